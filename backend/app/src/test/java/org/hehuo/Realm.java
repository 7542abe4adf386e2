package org.hehuo;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The real Keycloak: its tokens, and people who have just registered. */
final class Realm {
    /** In which the programme's days begin and end. */
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Duration FRESH = Duration.ofMinutes(3);
    private static final Duration AFTER_A_CRASH = Duration.ofSeconds(30);
    private static final String PASSWORD_OF_NEWCOMERS = "Drei-Eschen-am-Fluss-7";
    private static final Map<String, Token> TOKENS = new ConcurrentHashMap<>();
    private static final Map<String, String> PASSWORDS = new ConcurrentHashMap<>();
    private static final AtomicInteger NEWCOMERS = new AtomicInteger();

    private Realm() {}

    private record Token(String text, long at) {}

    /** An access token, the same for a while. */
    static String token(String account) {
        return TOKENS.compute(account, (name, known) -> {
                    boolean fresh = known != null && System.nanoTime() - known.at < FRESH.toNanos();
                    return fresh ? known : new Token(ask(name, "access_token"), System.nanoTime());
                })
                .text;
    }

    /** @param which {@code access_token}, {@code refresh_token} … */
    static String ask(String account, String which) {
        var form = account.equals(Persona.PROGRAM)
                ? Map.of(
                        "grant_type", "client_credentials",
                        "client_id", Persona.PROGRAM,
                        "client_secret", "hehuo-integration-development-secret")
                : Map.of(
                        "grant_type", "password",
                        "client_id", "hehuo-dev",
                        "scope", "openid",
                        "username", account,
                        "password", password(account));
        return tokens(form).getString(which);
    }

    static String password(String account) {
        return PASSWORDS.getOrDefault(account, account);
    }

    static UUID subject(String token) {
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", 3)[1]);
        return UUID.fromString(
                JsonPath.from(new String(claims, StandardCharsets.UTF_8)).getString("sub"));
    }

    /** Somebody whom nobody knows yet. */
    static Persona newcomer(String displayName) {
        String account = "newcomer" + NEWCOMERS.incrementAndGet() + "-"
                + ProcessHandle.current().pid();
        var password = Map.of("type", "password", "value", PASSWORD_OF_NEWCOMERS, "temporary", false);
        given().auth()
                .oauth2(manager())
                .contentType("application/json")
                .body(Map.of(
                        "username",
                        account,
                        "enabled",
                        true,
                        "firstName",
                        displayName,
                        "credentials",
                        java.util.List.of(password)))
                .post(url().replace("/realms/", "/admin/realms/") + "/users")
                .then()
                .statusCode(201);
        PASSWORDS.put(account, PASSWORD_OF_NEWCOMERS);
        return new Persona(account);
    }

    /** The realm's roles of somebody, as the identity provider knows them. */
    static java.util.List<String> roles(UUID person) {
        return given().auth()
                .oauth2(manager())
                .get(url().replace("/realms/", "/admin/realms/") + "/users/" + person + "/role-mappings/realm")
                .then()
                .statusCode(200)
                .extract()
                .path("name");
    }

    private static String manager() {
        return tokens(Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "hehuo-web",
                        "client_secret", System.getProperty("quarkus.oidc.credentials.secret")))
                .getString("access_token");
    }

    /** Keycloak shares the database: where a test has crashed that, it answers 500 until its pool has noticed. */
    private static JsonPath tokens(Map<String, String> form) {
        return await().pollDelay(Duration.ZERO)
                .atMost(AFTER_A_CRASH)
                .until(
                        () -> given().formParams(form).post(url() + "/protocol/openid-connect/token"),
                        answer -> answer.statusCode() < 500)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String url() {
        return System.getProperty("quarkus.oidc.auth-server-url");
    }
}
