package org.hehuo.devstack;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** The few calls of Keycloak's admin API that a development realm takes. */
record KeycloakAdmin(String url, String token) {
    /** The administrator of a development Keycloak; the password is the same. */
    static final String NAME = "admin";

    static KeycloakAdmin signIn(String url) throws IOException {
        var form = "grant_type=password&client_id=admin-cli&username=" + NAME + "&password=" + NAME;
        var request = HttpRequest.newBuilder(URI.create(url + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        var answer = Http.send(request);
        if (answer.statusCode() != 200) {
            throw new IOException("Keycloak's administrator cannot sign in: " + answer.body());
        }
        return new KeycloakAdmin(
                url,
                new ObjectMapper()
                        .readTree(answer.body())
                        .required("access_token")
                        .asText());
    }

    void replaceRealm(String name, String realm) throws IOException {
        Http.send(request("/admin/realms/" + name).DELETE());
        var answer = Http.send(request("/admin/realms")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(realm)));
        if (answer.statusCode() != 201) {
            throw new IOException("Keycloak refuses the realm: " + answer.body());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + token);
    }
}
