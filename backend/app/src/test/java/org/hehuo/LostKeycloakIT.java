package org.hehuo;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hehuo.BadInputTest.isProblem;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The identity provider is gone or frozen: whoever is signed in stays so, and whoever wants to sign in is told. */
class LostKeycloakIT {
    private static final String LOGIN = "/api/login?returnTo=/about";

    private static Relay relay;
    private static Process application;

    enum Fault {
        GONE,
        FROZEN;

        void happens() {
            if (this == GONE) relay.cut();
            else relay.hold();
        }
    }

    @BeforeAll
    static void start() throws IOException {
        new Stack().start();
        var realm = URI.create(System.getProperty("quarkus.oidc.auth-server-url"));
        relay = new Relay(realm.getPort());
        // The only origin that the realm lets a browser return to.
        RestAssured.port = Integer.getInteger("quarkus.http.test-port");
        application = Packaged.launch(
                "lost-keycloak.log",
                Map.ofEntries(
                        Map.entry("QUARKUS_PROFILE", "dev"),
                        Map.entry("HEHUO_DEMO", "false"),
                        Map.entry(
                                "QUARKUS_OIDC_AUTH_SERVER_URL",
                                realm.toString().replace(":" + realm.getPort(), ":" + relay.port())),
                        Map.entry("QUARKUS_OIDC_DISCOVERY_ENABLED", "false"),
                        Map.entry("QUARKUS_OIDC_TOKEN_ISSUER", realm.toString()),
                        // A browser goes there itself; what the application asks for comes through the relay.
                        Map.entry("QUARKUS_OIDC_AUTHORIZATION_PATH", realm + "/protocol/openid-connect/auth"),
                        Map.entry("QUARKUS_OIDC_END_SESSION_PATH", realm + "/protocol/openid-connect/logout"),
                        Map.entry("QUARKUS_OIDC_TOKEN_PATH", "/protocol/openid-connect/token"),
                        Map.entry("QUARKUS_OIDC_JWKS_PATH", "/protocol/openid-connect/certs"),
                        Map.entry("QUARKUS_HTTP_HOST", "localhost"),
                        Map.entry("QUARKUS_HTTP_PORT", String.valueOf(RestAssured.port))));
        Packaged.awaitReady();
    }

    @AfterAll
    static void end() {
        application.destroyForcibly();
        relay.close();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whoIsSignedInStaysSoAndTheLoginSaysThatNobodyElseCan(Fault fault) {
        var browser = new Browser();
        browser.signIn("resident1", LOGIN);
        var visitor = new Browser();
        URI back = visitor.back("resident2", LOGIN);
        as("staff1").get("/people").then().statusCode(200);
        fault.happens();
        try {
            for (int i = 0; i < 3; i++) {
                Answer.to(() -> given().header("Cookie", browser.session()).get("/api/v1/me"))
                        .isGood();
                Answer.to(() -> as("staff1").get("/people")).isGood();
                Answer.to(() -> Persona.aPasserBy().get("/topics")).isGood();
            }
            isProblem(given().header("Authorization", "Bearer " + forged()).get("/api/v1/me"), 401);
            isProblem(given().header("Authorization", "Bearer x").get("/api/v1/me"), 401);
            theLoginSaysSo();
            assertEquals(503, visitor.follow(back).statusCode());
        } finally {
            relay.heal();
        }
        await().atMost(Duration.ofSeconds(5))
                .until(() -> login("zh-CN", "text/html").statusCode() == 302);
        assertEquals("/about", new Browser().signIn("resident2", LOGIN).getPath());
        given().header("Cookie", browser.session()).get("/api/v1/me").then().statusCode(200);
    }

    private static void theLoginSaysSo() {
        page("zh-CN").body(containsString("暂时无法登录"));
        page("en").body(containsString("Nobody can sign in just now"));
        var program = Answer.to(() -> login("en", "application/json"));
        program.saysWhenToComeAgain();
        assertEquals("login.away", program.response().path("code"));
    }

    private static ValidatableResponse page(String language) {
        return login(language, "text/html,*/*")
                .then()
                .statusCode(503)
                .contentType("text/html")
                .header("Retry-After", "5")
                .header("Cache-Control", "no-store")
                .header("Content-Language", is(language));
    }

    private static Response login(String language, String accepted) {
        return given().redirects()
                .follow(false)
                .header("Accept-Language", language)
                .accept(accepted)
                .get(LOGIN);
    }

    /** Well-formed, and signed by a key that nobody knows. */
    private static String forged() {
        String[] parts = Realm.token("resident1").split("\\.", 3);
        assertTrue(parts.length == 3);
        return parts[0] + "." + parts[1] + "." + new StringBuilder(parts[2]).reverse();
    }
}
