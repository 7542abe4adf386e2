package org.hehuo.devstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What known-to-fail settings the realm must never have, in production and in development. */
class RealmTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ORIGIN = "http://localhost:8080";

    private final Checkout checkout = Checkout.find();

    @Test
    void productionHasNoPeopleAndNoSecrets() throws IOException {
        String text = template();
        var realm = JSON.readTree(text);
        assertEquals(List.of("service-account-hehuo-web"), each(realm, "users", "username"));
        assertEquals(List.of("hehuo-web", "admin-cli"), each(realm, "clients", "clientId"));
        assertEquals(
                "${HEHUO_WEB_SECRET}", client(realm, "hehuo-web").path("secret").asText());
        assertFalse(text.contains(Realm.WEB_SECRET));
        assertFalse(text.contains("localhost"));
    }

    /** Keycloak fills these in from its environment when it imports the template. */
    @Test
    void productionIsToldTwoThingsByItsEnvironment() throws IOException {
        var told = Pattern.compile("\\$\\{([A-Z_]+)}")
                .matcher(template())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertEquals(Set.of("HEHUO_ORIGIN", "HEHUO_WEB_SECRET"), told);
    }

    @Test
    void developmentIsProductionWithAdditions() throws IOException {
        var development = (ObjectNode) development();
        var template = (ObjectNode) JSON.readTree(
                template().replace("${HEHUO_ORIGIN}", ORIGIN).replace("${HEHUO_WEB_SECRET}", Realm.WEB_SECRET));
        for (String list : List.of("clients", "users")) {
            var shared =
                    stream(development.remove(list)).limit(template.path(list).size());
            assertEquals(stream(template.remove(list)).toList(), shared.toList());
        }
        development.remove("passwordPolicy");
        template.remove("passwordPolicy");
        assertEquals(template, development);
    }

    @Test
    void productionAllowsNeitherTheImplicitNorThePasswordGrant() throws IOException {
        for (JsonNode client : production().path("clients")) {
            assertTrue(
                    isOff(client, "implicitFlowEnabled"),
                    client.path("clientId").asText());
            assertTrue(
                    isOff(client, "directAccessGrantsEnabled"),
                    client.path("clientId").asText());
        }
    }

    @Test
    void developmentAllowsThePasswordGrantToOneClientOnly() throws IOException {
        var realm = development();
        var allowed = stream(realm.path("clients"))
                .filter(client -> client.path("directAccessGrantsEnabled").asBoolean())
                .map(client -> client.path("clientId").asText())
                .toList();
        assertEquals(List.of("hehuo-dev"), allowed);
        assertTrue(stream(realm.path("clients")).allMatch(client -> isOff(client, "implicitFlowEnabled")));
    }

    @Test
    void theBrowserClientIsBoundToOneAddressAndToPkce() throws IOException {
        var web = client(development(), "hehuo-web");
        assertEquals(1, web.path("redirectUris").size());
        assertEquals(
                ORIGIN + "/api/login/return", web.path("redirectUris").path(0).asText());
        assertEquals(
                ORIGIN + "/",
                web.path("attributes").path("post.logout.redirect.uris").asText());
        assertEquals(
                "S256",
                web.path("attributes").path("pkce.code.challenge.method").asText());
        assertFalse(web.path("publicClient").asBoolean(true));
        assertTrue(web.path("secret").asText().length() >= 32);
    }

    @Test
    void noRedirectAddressHasAWildcard() throws IOException {
        assertFalse(stream(development().path("clients"))
                .flatMap(client -> stream(client.path("redirectUris")))
                .anyMatch(address -> address.asText().contains("*")));
    }

    @Test
    void guessingPasswordsIsSlowedDown() throws IOException {
        var realm = production();
        assertTrue(realm.path("bruteForceProtected").asBoolean());
        assertTrue(realm.path("failureFactor").asInt() <= 10);
        assertTrue(realm.path("passwordPolicy").asText().contains("length(8)"));
    }

    /** There is no mail to send a link by, and a form for it would tell who has an account. */
    @Test
    void nobodyResetsAPasswordByAForm() throws IOException {
        var realm = production();
        assertFalse(realm.path("resetPasswordAllowed").asBoolean(true));
        assertFalse(realm.path("loginWithEmailAllowed").asBoolean(true));
    }

    /** Were an address taken only once, whoever registers with another's would be told that it has an account. */
    @Test
    void whoRegistersLearnsOfNobodysMail() throws IOException {
        var realm = production();
        assertTrue(realm.path("duplicateEmailsAllowed").asBoolean());
        assertFalse(realm.path("registrationEmailAsUsername").asBoolean(true));
    }

    @Test
    void whoRegistersIsAResidentAndNothingElse() throws IOException {
        var realm = production();
        assertTrue(realm.path("registrationAllowed").asBoolean());
        var everybody = stream(realm.path("roles").path("realm"))
                .filter(role -> role.path("name").asText().equals("default-roles-hehuo"))
                .findFirst()
                .orElseThrow();
        assertEquals(
                "[\"resident\"]", everybody.path("composites").path("realm").toString());
    }

    @Test
    void aSessionOutlivesHalfAnHourWithoutKeycloak() throws IOException {
        var realm = production();
        int browserToken = client(realm, "hehuo-web")
                .path("attributes")
                .path("access.token.lifespan")
                .asInt();
        assertTrue(browserToken >= 2 * 1800, "half of its life must be left when it is renewed");
        assertTrue(realm.path("ssoSessionIdleTimeout").asInt() > browserToken);
        assertEquals(300, realm.path("accessTokenLifespan").asInt());
    }

    @Test
    void demoPeopleHaveTheIdsThatDemoDataNames() throws IOException {
        var resident = stream(development().path("users"))
                .filter(user -> user.path("username").asText().equals("resident1"))
                .findFirst()
                .orElseThrow();
        assertEquals("5a995066-6dfd-3880-b9fe-c3874d116c9c", resident.path("id").asText());
    }

    @Test
    void whomTheLauncherNamesCanSignIn() throws IOException {
        var people = each(development(), "users", "username");
        for (String line : DemoPerson.FIRST) {
            assertTrue(people.contains(line.split(" ", 2)[0]), line);
        }
    }

    private String template() throws IOException {
        return Files.readString(checkout.realmFolder().resolve("hehuo-realm.json"));
    }

    private JsonNode production() throws IOException {
        return JSON.readTree(template());
    }

    private JsonNode development() throws IOException {
        return JSON.readTree(Realm.development(checkout, ORIGIN));
    }

    private static JsonNode client(JsonNode realm, String id) {
        return stream(realm.path("clients"))
                .filter(client -> client.path("clientId").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> each(JsonNode realm, String list, String field) {
        return stream(realm.path(list)).map(node -> node.path(field).asText()).toList();
    }

    /** Absent would mean on: Keycloak's defaults are not relied upon. */
    private static boolean isOff(JsonNode client, String flow) {
        return client.has(flow) && !client.path(flow).asBoolean();
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }
}
