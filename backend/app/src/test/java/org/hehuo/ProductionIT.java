package org.hehuo;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged application as an operator starts it: secrets of its own, behind a proxy that ends HTTPS. */
class ProductionIT {
    private static final Map<String, String> OWN = Map.of(
            "HEHUO_CURSOR_KEY", "made-by-openssl-rand-for-this-test",
            "HEHUO_CONTACT_KEYS", "k1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "QUARKUS_OIDC_CREDENTIALS_SECRET", "known-to-this-test-and-nobody-else",
            "QUARKUS_DATASOURCE_PASSWORD", "known-to-this-test",
            "HEHUO_BEHIND_PROXY", "true");

    private static Process careless;
    private static Process application;
    private static int port;
    private static int operatorsPort;

    @BeforeAll
    static void start() throws IOException {
        try (var one = new ServerSocket(0);
                var two = new ServerSocket(0)) {
            port = one.getLocalPort();
            operatorsPort = two.getLocalPort();
        }
        application = launch("production.log", Map.of());
        careless = launch(
                "careless.log",
                Map.of("HEHUO_CURSOR_KEY", "development-cursor-key-not-for-production", "QUARKUS_HTTP_PORT", "0"));
        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> forOperators("/q/health/ready") == 200);
    }

    @AfterAll
    static void end() {
        application.destroyForcibly();
        careless.destroyForcibly();
    }

    @Test
    void refusesToStartWithASecretOfDevelopment() throws Exception {
        assertTrue(careless.waitFor(1, TimeUnit.MINUTES), "it still runs");
        assertNotEquals(0, careless.exitValue());
        assertTrue(Files.readString(Path.of("target", "careless.log"))
                .contains("hehuo.cursor-key is the development one"));
    }

    @Test
    void operatorsSeeHealthAndMetricsOnAPortOfTheirOwn() {
        assertEquals(200, forOperators("/q/health/live"));
        assertEquals(200, forOperators("/q/metrics"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/q/metrics", "/q/health", "/q/health/ready", "/q/swagger-ui", "/q/dev", "/q/dev-ui", "/q/arc"})
    void everybodyElseDoesNot(String path) {
        given().port(port).get(path).then().statusCode(404);
    }

    @Test
    void theContractIsForEverybody() {
        given().port(port).get("/q/openapi").then().statusCode(200).body(containsString("/api/v1/topics"));
    }

    @Test
    void theLoginReturnsByHttpsAndItsCookieIsForHttpsAlone() {
        var answer = given().port(port)
                .redirects()
                .follow(false)
                .header("Host", "hehuo.example")
                .header("X-Forwarded-Proto", "https")
                .get("/api/login?returnTo=/");
        answer.then()
                .statusCode(302)
                .header("Location", containsString("redirect_uri=https%3A%2F%2Fhehuo.example%2Fapi%2Flogin%2Freturn"));
        var cookies = answer.headers().getValues("Set-Cookie");
        assertFalse(cookies.isEmpty());
        for (String cookie : cookies) assertTrue(cookie.contains("; Secure") && cookie.contains("; HTTPOnly"), cookie);
    }

    private static int forOperators(String path) {
        return given().port(operatorsPort).get(path).statusCode();
    }

    private static Process launch(String log, Map<String, String> otherwise) throws IOException {
        var environment = new HashMap<>(OWN);
        environment.putAll(Map.of(
                "QUARKUS_PROFILE", "prod",
                "QUARKUS_HTTP_PORT", String.valueOf(port),
                "QUARKUS_MANAGEMENT_PORT", String.valueOf(operatorsPort)));
        environment.putAll(otherwise);
        return Packaged.launch(log, environment);
    }
}
