package org.hehuo;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Knocks at every operation as everybody: what each role gets stands in {@code knock.txt}. */
@RealTest
class KnockTest {
    /** An operation's address: {@code POST /api/v1/topics/{id}/accept}. */
    private record Address(String method, String path) {}

    private static final Map<String, Address> OPERATIONS = new TreeMap<>();

    @Test
    void everyOperationHasALine() throws IOException {
        var written = Knock.all().map(Knock::operation).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(operations().keySet()), written);
    }

    @Test
    void eachRoleGetsWhatItsLineSays() throws IOException {
        Town.settle();
        var wrong = new ConcurrentSkipListMap<String, String>();
        Consumer<Knock> tried = knock -> {
            var got = gotByEach(knock);
            if (!got.equals(knock.statuses())) wrong.put(knock.toString(), got.toString());
        };
        Together.few(Knock.all().filter(knock -> !knock.isAlone()).toList(), tried);
        Knock.all().filter(Knock::isAlone).forEach(tried);
        assertEquals(Map.of(), wrong);
    }

    private static List<Integer> gotByEach(Knock knock) {
        var address = operations().get(knock.operation());
        if (!address.method.equals("GET")) return doneByEach(knock);
        var ids = knock.made();
        return address.path.matches(".*/(stream|live)") ? heardByEach(knock, ids) : readByEach(knock, ids);
    }

    private static List<Integer> readByEach(Knock knock, List<String> ids) {
        return Knock.ROLES.stream()
                .map(role -> knockAs(new Persona(role), knock, ids).statusCode())
                .toList();
    }

    /** Together: who may listen hears it to its end. */
    private static List<Integer> heardByEach(Knock knock, List<String> ids) {
        return Together.each(
                Knock.ROLES.size(),
                role -> knockAs(new Persona(Knock.ROLES.get(role)), knock, ids).statusCode());
    }

    /** One after another, each with a thing that nobody before changed. */
    private static List<Integer> doneByEach(Knock knock) {
        var got = new ArrayList<Integer>();
        var ids = knock.made();
        for (String role : Knock.ROLES) {
            int status = knockAs(new Persona(role), knock, ids).statusCode();
            got.add(status);
            if (status < 300) ids = knock.made();
        }
        return got;
    }

    static Response knockAs(Persona who, Knock knock, List<String> ids) {
        var address = operations().get(knock.operation());
        var request = who.request().redirects().follow(false).header("If-Match", "*");
        String body = knock.filled(ids);
        if (body.equals("@picture"))
            request.multiPart("file", "a.png", APicture.aPicture().of(8, 8).png(), "image/png");
        else if (body.equals("@table")) ATable.with("").within(request);
        else if (!body.isEmpty()) request.contentType("application/json").body(body);
        if (knock.inQuery() && address.method.equals("GET")) request.queryParam(knock.parameter(), ids.getFirst());
        Object[] parts = knock.inQuery() ? new Object[0] : ids.toArray();
        return request.basePath("").request(address.method, address.path, parts);
    }

    /** Others' servers let somebody in who spelled the address otherwise (CVE-2023-4853, CVE-2026-39852, CVE-2026-50559). */
    @Test
    void noSpellingOfTheAddressOpensADoor() throws IOException {
        Town.settle();
        var closed = Knock.all()
                .filter(knock -> !knock.isPublic() && knock.statuses().getFirst() == 401)
                .toList();
        try (var client = HttpClient.newHttpClient()) {
            Together.few(closed, knock -> noSpellingOpens(knock, client));
        }
    }

    private static void noSpellingOpens(Knock knock, HttpClient client) {
        var address = operations().get(knock.operation());
        var ids = knock.made();
        String path = address.path;
        for (String id : knock.inQuery() ? List.<String>of() : ids) path = path.replaceFirst("\\{\\w+}", id);
        for (String spelling : spellings(path)) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + spelling))
                    .header("Content-Type", "application/json")
                    .header("If-Match", "*")
                    .method(address.method, HttpRequest.BodyPublishers.ofString(knock.filled(ids)))
                    .build();
            var answer = client.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                    .join();
            boolean aScreen = answer.body().toLowerCase(Locale.ROOT).startsWith("<!doctype html>");
            boolean refused = answer.statusCode() >= 300 && answer.statusCode() < 500;
            assertTrue(refused || aScreen, () -> address.method + " " + spelling + " → " + answer.statusCode());
        }
    }

    private static List<String> spellings(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        String before = path.substring(0, path.lastIndexOf('/'));
        return List.of(
                "/" + path,
                before + "//" + last,
                path + ";a=b",
                before + ";a=b/" + last,
                path + "%3Ba=b",
                before + "%2f" + last,
                before + "%5C" + last,
                before + "/./" + last,
                before + "/x/../" + last,
                before + "/..;/" + last,
                path + "/",
                path.replace("/api/v1", "/API/V1"),
                path + "%00",
                path + "%20",
                path.replace("/api/", "/api;x/"),
                path + "?access_token=" + Realm.token("admin1"));
    }

    @SuppressWarnings("unchecked")
    private static synchronized Map<String, Address> operations() {
        if (!OPERATIONS.isEmpty()) return OPERATIONS;
        var paths = given().accept("application/json")
                .get("/q/openapi?format=json")
                .jsonPath()
                .getMap("paths");
        paths.forEach((path, item) -> ((Map<String, Map<String, ?>>) item)
                .forEach((method, operation) -> OPERATIONS.put(
                        (String) operation.get("operationId"),
                        new Address(method.toUpperCase(Locale.ROOT), (String) path))));
        return OPERATIONS;
    }
}
