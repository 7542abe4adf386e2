package org.hehuo;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Plants one unique text in everything hidden, and looks for it in every answer to a GET, as everybody whom it does not concern. */
@RealTest
class SecretMarkerTest {
    private static final List<String> OTHERS = List.of("", "resident2", "staff2", "partner2", Persona.PROGRAM);

    @Inject
    EventFlow events;

    @Test
    void whatIsHiddenIsNowhere() {
        Town.settle();
        var secrets = new Secrets();
        events.settle();
        var addresses = addresses(secrets);
        assertTrue(addresses.size() > 100, addresses::toString);
        for (String other : OTHERS) {
            Together.few(addresses, address -> isSilent(new Persona(other), address, secrets));
        }
        eventsAreSilent(secrets);
        theAuditIsSilent(secrets);
    }

    private static String isSilent(Persona who, String address, Secrets secrets) {
        var response = who.request().basePath("").get(address);
        // A server that has no time says nothing, and so proves nothing.
        assertNotEquals(503, response.statusCode(), address);
        String answer = response.asString();
        for (String secret : secrets.all()) {
            int at = answer.indexOf(secret);
            assertTrue(at < 0, () -> who + " reads in " + address + ": " + answer.substring(Math.max(0, at - 300), at));
        }
        return answer;
    }

    private static void eventsAreSilent(Secrets secrets) {
        String cursor = "";
        for (boolean more = true; more; ) {
            String page = isSilent(
                    Persona.theProgram(),
                    "/api/v1/events?pageSize=200" + (cursor.isEmpty() ? "" : "&after=" + cursor),
                    secrets);
            var json = io.restassured.path.json.JsonPath.from(page);
            more = !json.getList("items").isEmpty();
            cursor = json.getString("nextCursor");
        }
    }

    /** Whoever reads what everybody did learns of no contact, of nothing hidden, and not who posted anonymously. */
    private static void theAuditIsSilent(Secrets secrets) {
        int read = 0;
        String list = "/api/v1/audit?pageSize=100";
        for (String address = list; address != null; read++) {
            String cursor = io.restassured.path.json.JsonPath.from(isSilent(new Persona("admin1"), address, secrets))
                    .getString("nextCursor");
            address = cursor == null ? null : list + "&cursor=" + cursor;
        }
        assertTrue(read > 0);
        var ofTheAnonymous = new Persona("admin1").get("/audit?actor={id}", secrets.anonymous.id());
        ofTheAnonymous.then().statusCode(200).body("items", org.hamcrest.Matchers.empty());
    }

    /** Each GET of the contract with each of the ids, plain and searched. */
    static List<String> addresses(Secrets secrets) {
        Map<String, Map<String, ?>> paths = given().accept("application/json")
                .get("/q/openapi?format=json")
                .jsonPath()
                .getMap("paths");
        var addresses = new ArrayList<String>();
        paths.forEach((path, item) -> {
            if (item.containsKey("get")) filled(path.replace("{reply}", secrets.reply), secrets.ids, addresses);
        });
        for (String id : secrets.ids) addresses.add("/api/v1/evaluations?project=" + id);
        for (String list : List.of("topics", "projects", "partners", "areas", "people")) {
            addresses.add("/api/v1/" + list + "?q=" + secrets.marker);
        }
        addresses.add("/api/v1/topics?sort=-updatedAt&pageSize=100");
        addresses.add("/api/v1/projects?sort=-updatedAt&pageSize=100");
        return addresses;
    }

    private static void filled(String path, List<String> ids, List<String> addresses) {
        int open = path.indexOf('{');
        if (open < 0) {
            addresses.add(path);
            if (path.matches(".*/(topics|projects|notifications|follows)")) addresses.add(path + "?pageSize=100");
            return;
        }
        String after = path.substring(path.indexOf('}') + 1);
        for (String id : ids) filled(path.substring(0, open) + id + after, ids, addresses);
    }
}
