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
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Knocks at every operation as everybody: what each role gets stands in {@code knock.txt}. */
@RealTest
class KnockTest {
    /** An operation's address: {@code POST /api/v1/topics/{id}/accept}. */
    private record Address(String method, String path) {}

    private static final Map<String, Address> OPERATIONS = new TreeMap<>();

    static Stream<Knock> knocks() throws IOException {
        return Knock.all();
    }

    static Stream<Knock> closedDoors() throws IOException {
        return Knock.all().filter(knock -> !knock.isPublic() && knock.statuses().getFirst() == 401);
    }

    @Test
    void everyOperationHasALine() throws IOException {
        var written = Knock.all().map(Knock::operation).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(operations().keySet()), written);
    }

    @ParameterizedTest
    @MethodSource("knocks")
    void eachRoleGetsWhatItsLineSays(Knock knock) {
        Town.settle();
        boolean reads = operations().get(knock.operation()).method.equals("GET");
        assertEquals(knock.statuses(), reads ? readByEach(knock) : doneByEach(knock), knock::operation);
    }

    /** Together: who may listen to a stream hears it to its end. */
    private static List<Integer> readByEach(Knock knock) {
        var ids = knock.made();
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
        var request = who.request().header("If-Match", "*");
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
    @ParameterizedTest
    @MethodSource("closedDoors")
    void noSpellingOfTheAddressOpensADoor(Knock knock) throws Exception {
        Town.settle();
        var address = operations().get(knock.operation());
        var ids = knock.made();
        String path = address.path;
        for (String id : knock.inQuery() ? List.<String>of() : ids) path = path.replaceFirst("\\{\\w+}", id);
        try (var client = HttpClient.newHttpClient()) {
            for (String spelling : spellings(path)) {
                var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + spelling))
                        .header("Content-Type", "application/json")
                        .header("If-Match", "*")
                        .method(address.method, HttpRequest.BodyPublishers.ofString(knock.filled(ids)))
                        .build();
                var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                boolean aScreen =
                        answer.body().toLowerCase(java.util.Locale.ROOT).startsWith("<!doctype html>");
                boolean refused = answer.statusCode() >= 300 && answer.statusCode() < 500;
                assertTrue(refused || aScreen, () -> address.method + " " + spelling + " → " + answer.statusCode());
            }
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
                        new Address(method.toUpperCase(java.util.Locale.ROOT), (String) path))));
        return OPERATIONS;
    }
}
