package org.hehuo.devstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The real thing: what the application, people and programs find when the stack is up. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DevstackTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LOGIN =
            "/protocol/openid-connect/auth?client_id=hehuo-web&response_type=code&scope=openid&redirect_uri=";
    private static final String PKCE =
            "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256";

    private Options options;
    private Devstack stack;

    @BeforeAll
    void start(@TempDir Path data) {
        options = Options.throwAway(data);
        stack = Devstack.start(options);
    }

    @AfterAll
    void stop() {
        stack.close();
        assertThrows(SQLException.class, this::databaseVersion);
    }

    @Test
    void theDatabaseSortsByCodePointAndKnowsUnicode() throws SQLException {
        assertTrue(databaseVersion().startsWith("PostgreSQL 18"));
        assertEquals("{z,é,京}", query("select array_agg(w order by w)::text from unnest(array['京', 'é', 'z']) w"));
        assertEquals("éａ", query("select lower('ÉＡ')"));
    }

    @Test
    void aResidentsTokenNamesRolesAndAudience() throws IOException {
        var token = tokenOf("grant_type=password&client_id=hehuo-dev&username=resident1&password=resident1");
        assertEquals("hehuo-api", token.path("aud").asText());
        assertEquals("resident1", token.path("preferred_username").asText());
        assertEquals("栗子奶奶", token.path("name").asText());
        assertEquals(Realm.idOf("resident1").toString(), token.path("sub").asText());
        assertTrue(roles(token).contains("resident"));
        assertFalse(roles(token).contains("staff"));
    }

    @Test
    void aProgramHasItsScopes() throws IOException {
        var token = tokenOf("grant_type=client_credentials&client_id=hehuo-integration"
                + "&client_secret=hehuo-integration-development-secret");
        assertEquals(List.of("integration"), roles(token));
        assertTrue(List.of(token.path("scope").asText().split(" ", -1))
                .containsAll(List.of("topics:write", "events:read")));
    }

    @Test
    void noOtherClientTakesPasswords() throws IOException {
        assertEquals(
                401,
                ask("grant_type=password&client_id=admin-cli&username=resident1&password=resident1")
                        .statusCode());
        assertEquals(
                400,
                ask("grant_type=password&client_id=hehuo-web&client_secret=" + Realm.WEB_SECRET
                                + "&username=resident1&password=resident1")
                        .statusCode());
    }

    @Test
    void loginWithoutPkceOrToAnotherAddressIsRefused() throws IOException {
        assertEquals(
                200, get(LOGIN + options.origin() + "/api/login/return" + PKCE).statusCode());
        assertEquals(302, get(LOGIN + options.origin() + "/api/login/return").statusCode());
        assertEquals(
                400,
                get(LOGIN + options.origin() + "/api/login/return/x" + PKCE).statusCode());
        assertEquals(
                400, get(LOGIN + "http://localhost:1/api/login/return" + PKCE).statusCode());
    }

    @Test
    void theLoginPageSpeaksChinese() throws IOException {
        var page = get(LOGIN + options.origin() + "/api/login/return" + PKCE).body();
        assertTrue(page.contains("登录"));
        assertTrue(page.contains("lang=\"zh"));
    }

    private String databaseVersion() throws SQLException {
        return query("select version()");
    }

    private String query(String sql) throws SQLException {
        var configuration = stack.configuration();
        try (var connection = DriverManager.getConnection(
                        configuration.get("quarkus.datasource.jdbc.url"),
                        configuration.get("quarkus.datasource.username"),
                        configuration.get("quarkus.datasource.password"));
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private JsonNode tokenOf(String form) throws IOException {
        var answer = ask(form);
        assertEquals(200, answer.statusCode(), answer.body());
        String token = JSON.readTree(answer.body()).path("access_token").asText();
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.", 3)[1]));
    }

    private HttpResponse<String> ask(String form) throws IOException {
        return Http.send(request("/protocol/openid-connect/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> get(String path) throws IOException {
        return Http.send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(stack.configuration().get("quarkus.oidc.auth-server-url") + path));
    }

    private static List<String> roles(JsonNode token) {
        return StreamSupport.stream(token.path("realm_access").path("roles").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
