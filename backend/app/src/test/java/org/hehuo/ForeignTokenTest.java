package org.hehuo;

import static io.restassured.RestAssured.given;
import static org.hehuo.BadInputTest.isProblem;
import static org.hehuo.Persona.as;

import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Somewhere else a token for one tenant opened another (CVE-2026-45330): a real Keycloak signs what is not meant for us. */
@RealTest
class ForeignTokenTest {
    private static final String ELSEWHERE = "elsewhere";
    private static final String KEYCLOAK =
            System.getProperty("quarkus.oidc.auth-server-url").replaceFirst("/realms/.*", "");

    @Test
    void anotherRealmsTokenIsNobodysThoughItNamesTheSame() {
        as("admin1");
        keycloak().delete("/admin/realms/" + ELSEWHERE);
        keycloak()
                .body(Map.of(
                        "realm", ELSEWHERE,
                        "enabled", true,
                        "roles", Map.of("realm", List.of(Map.of("name", "admin"))),
                        "users", List.of(person()),
                        "clients", List.of(client("hehuo-dev", "hehuo-api"))))
                .post("/admin/realms")
                .then()
                .statusCode(201);
        String token = token(ELSEWHERE, "hehuo-dev");
        opensNothing(token);
    }

    @Test
    void ourRealmsTokenForAnotherServiceIsNobodys() {
        as("admin1");
        for (String audience : List.of("account", "hehuo-web", "hehuo-api-of-others")) {
            String name = "other-" + UUID.randomUUID();
            keycloak()
                    .body(client(name, audience))
                    .post("/admin/realms/hehuo/clients")
                    .then()
                    .statusCode(201);
            opensNothing(token("hehuo", name));
        }
    }

    private static void opensNothing(String token) {
        for (String path : List.of("/api/v1/me", "/api/v1/people", "/api/v1/audit", "/api/v1/topics")) {
            isProblem(given().auth().oauth2(token).get(path), 401);
        }
    }

    private static Map<String, ?> person() {
        var password = Map.of("type", "password", "value", "admin1", "temporary", false);
        return Map.of(
                "username",
                "admin1",
                "enabled",
                true,
                "firstName",
                "A",
                "lastName",
                "B",
                "email",
                "a@b.example",
                "credentials",
                List.of(password),
                "realmRoles",
                List.of("admin"));
    }

    /** Like the one that the demo people's tokens come from, but for what the token is good for. */
    private static Map<String, ?> client(String name, String audience) {
        var names = Map.of("included.custom.audience", audience, "access.token.claim", "true");
        var mapper = Map.of(
                "name", "audience",
                "protocol", "openid-connect",
                "protocolMapper", "oidc-audience-mapper",
                "config", names);
        return Map.of(
                "clientId",
                name,
                "publicClient",
                true,
                "directAccessGrantsEnabled",
                true,
                "fullScopeAllowed",
                true,
                "defaultClientScopes",
                List.of("basic", "profile", "roles"),
                "protocolMappers",
                List.of(mapper));
    }

    private static String token(String realm, String client) {
        return given().formParams(Map.of(
                        "grant_type", "password", "client_id", client, "username", "admin1", "password", "admin1"))
                .post(KEYCLOAK + "/realms/" + realm + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
    }

    /** As the administrator of the whole Keycloak. */
    private static RequestSpecification keycloak() {
        var form = Map.of("grant_type", "password", "client_id", "admin-cli", "username", "admin", "password", "admin");
        String token = given().formParams(form)
                .post(KEYCLOAK + "/realms/master/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .path("access_token");
        return given().baseUri(KEYCLOAK).auth().oauth2(token).contentType("application/json");
    }
}
