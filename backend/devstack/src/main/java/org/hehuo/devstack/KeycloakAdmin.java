package org.hehuo.devstack;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** The few calls of Keycloak's admin API that a development realm takes. */
record KeycloakAdmin(String url, String token) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static KeycloakAdmin signIn(String url) throws IOException {
        var form = "grant_type=password&client_id=admin-cli&username=admin&password=admin";
        var request = HttpRequest.newBuilder(URI.create(url + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        var answer = send(request);
        if (answer.statusCode() != 200) {
            throw new IOException("Keycloak's administrator cannot sign in: " + answer.body());
        }
        return new KeycloakAdmin(
                url, new ObjectMapper().readTree(answer.body()).required("access_token").asText());
    }

    void replaceRealm(String name, String realm) throws IOException {
        send(request("/admin/realms/" + name).DELETE());
        var answer = send(request("/admin/realms")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(realm)));
        if (answer.statusCode() != 201) {
            throw new IOException("Keycloak refuses the realm: " + answer.body());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
