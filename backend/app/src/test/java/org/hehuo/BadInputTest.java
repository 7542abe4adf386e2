package org.hehuo;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each bad input gets a problem that names the field; none gets a 5xx, and none is ignored. */
@RealTest
class BadInputTest {
    /** What tables have and nobody may ask by, and how other servers let one ask. */
    private static final List<String> HIDDEN_FIELDS = List.of(
            "author",
            "authorId",
            "author_id",
            "anonymous",
            "visibility",
            "recordedBy",
            "phone",
            "contact",
            "version",
            "password",
            "or",
            "filter",
            "filter[author]",
            "q[author_id_eq]",
            "fields",
            "include",
            "expand",
            "limit",
            "offset",
            "page",
            "author.phone");

    /** A line of {@code bad-forms.txt}. */
    record Spoiled(String form, String field, String value, int status, String named, String violation) {
        static Spoiled parse(String[] cells) {
            String[] change = cells[1].split(":", 2);
            return new Spoiled(
                    cells[0], change[0].strip(), change[1].strip(), Integer.parseInt(cells[2]), cells[3], cells[4]);
        }
    }

    /** A line of {@code bad-queries.txt}. */
    record Asked(String address, String named, String violation) {}

    static Stream<Spoiled> forms() throws IOException {
        return lines("bad-forms.txt").map(Spoiled::parse);
    }

    static Stream<Asked> queries() throws IOException {
        return lines("bad-queries.txt").map(cells -> new Asked(cells[0], cells[1], cells[2]));
    }

    private static Stream<String[]> lines(String file) throws IOException {
        return Files.readAllLines(Path.of("src/test/resources", file)).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.strip().split("\\s*\\|\\s*", -1));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aSpoiledFormIsRefusedNamingTheField(Spoiled spoiled) {
        var answer = sent(spoiled.form, body(spoiled));
        isProblem(answer, spoiled.status);
        answer.then()
                .body("violations.field", hasItem(spoiled.named))
                .body("violations.find { it.field == '" + spoiled.named + "' }.code", is(spoiled.violation))
                .body("violations.message", not(hasItem(containsString("violation."))));
    }

    @ParameterizedTest
    @MethodSource("queries")
    void aBadQueryIsRefusedNamingTheParameter(Asked asked) {
        var answer = as("admin1").request().urlEncodingEnabled(false).get(asked.address);
        isProblem(answer, 400);
        answer.then()
                .body("violations.field", hasItem(asked.named))
                .body("violations.find { it.field == '" + asked.named + "' }.code", is(asked.violation));
    }

    /** Somewhere else the language of filters reached any field (CVE-2023-34090). */
    @Test
    void noReadTakesAFilterThatItDoesNotName() {
        Map<String, Map<String, Map<String, List<Map<String, String>>>>> paths = given().accept("application/json")
                .get("/q/openapi?format=json")
                .jsonPath()
                .getMap("paths");
        Together.few(
                paths.entrySet().stream()
                        .filter(path -> path.getValue().containsKey("get"))
                        .toList(),
                path -> {
                    var named = path.getValue().get("get").getOrDefault("parameters", List.of()).stream()
                            .map(parameter -> parameter.get("name"))
                            .collect(Collectors.toSet());
                    HIDDEN_FIELDS.stream().filter(f -> !named.contains(f)).forEach(f -> isNoFilter(path.getKey(), f));
                });
    }

    private static void isNoFilter(String path, String filter) {
        var answer = as("admin1").request().basePath("").queryParam(filter, "1").get(path.replaceAll("\\{\\w+}", "1"));
        if (answer.statusCode() == 403) return;
        assertEquals(400, answer.statusCode(), path);
        assertEquals(List.of(filter), answer.jsonPath().getList("violations.field"), path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"title\":",
                "[]",
                "\"x\"",
                "null",
                "5",
                "{} {}",
                "{\"title\":\"a\",\"title\":\"b\"}",
                "\u0000"
            })
    void aBodyThatIsNoFormIsMalformed(String body) {
        for (String form : FORMS.keySet()) isProblem(sent(form, body), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "5",
                "{\"title\":",
                "{\"state\":\"closed\"}",
                "{\"title\":{\"a\":1}}",
                "{\"title\":\"\\u0000\"}"
            })
    void aPatchThatIsNoFormIsMalformed(String body) {
        String topic = aTopic().posted();
        isProblem(as("resident1").json(body).header("If-Match", "*").patch("/topics/{id}", topic), 400);
    }

    @Test
    void whatIsMerelyUnusualIsKept() {
        String title = "灯😀𠮷 <script>alert(1)</script>";
        assertEquals(title, titled(title));
        assertEquals("灯坏了", titled("  灯\u202E坏\u2066了\u200B "));
        assertEquals("é", titled("e\u0301"));
        assertEquals("w".repeat(60), titled("w".repeat(60)));
        assertEquals("👩‍👧", titled("👩‍👧"));
    }

    private static String titled(String title) {
        return as("resident1")
                .get("/topics/{id}", aTopic().titled(title).posted())
                .path("title");
    }

    @Test
    void quantitiesMayBeTextOrNumberAndComeBackAsText() {
        for (String quantity : new String[] {"\"2.50\"", "2.50", "2.5"}) {
            String needs = "[{\"kind\":\"hands\",\"title\":\"t\",\"quantity\":" + quantity + ",\"unit\":\"u\"}]";
            sent("project", body(new Spoiled("project", "needs", needs, 0, "", "")))
                    .then()
                    .statusCode(201)
                    .body("needs.quantity", is(java.util.List.of("2.5")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en", "fr", "de;q=x,,", "en-GB,en;q=0.9"})
    void everyLanguageGetsAProblemInWords(String language) {
        var answer =
                as("resident1").request().header("Accept-Language", language).get("/topics?pageSize=0");
        isProblem(answer, 400);
        answer.then()
                .header("Content-Language", is(language.startsWith("en") ? "en" : "zh-CN"))
                .body("title", not(containsString("problem.")))
                .body("detail", not(containsString("problem.")));
    }

    static void isProblem(Response answer, int status) {
        assertEquals(status, answer.statusCode(), answer::asString);
        answer.then()
                .contentType("application/problem+json")
                .body("status", is(status))
                .body("code", notNullValue())
                .body("title", notNullValue())
                .body("detail", notNullValue())
                .body("traceId", notNullValue());
    }

    private static final Map<String, Map<String, String>> FORMS = Map.of(
            "topic",
            Map.of("title", "\"灯坏了\"", "body", "\"黑\"", "areaCode", "\"370203019001\"", "category", "\"PWR01\""),
            "project",
            Map.of("title", "\"电亮\"", "summary", "\"修灯\"", "areaCode", "\"370203019001\"", "category", "\"PWR01\""),
            "partner",
            Map.of(
                    "name", "\"某公司\"",
                    "kind", "\"school\"",
                    "areaCodes", "[\"370203\"]",
                    "fieldCodes", "[]",
                    "ownerId", "\"00000000-0000-0000-0000-000000000001\""),
            "category",
            Map.of(
                    "code", "\"ZZZ\"",
                    "nameZh", "\"某类\"",
                    "nameEn", "\"Some\"",
                    "field", "\"governance\"",
                    "slaDays", "5",
                    "words", "[]"),
            "rating",
            Map.of("projectId", "\"P-2026-999999\"", "rating", "5"));

    private static String body(Spoiled spoiled) {
        var fields = new LinkedHashMap<>(FORMS.get(spoiled.form));
        if (spoiled.value.isEmpty()) fields.remove(spoiled.field);
        else fields.put(spoiled.field, spoiled.value.startsWith("$") ? ofLength(spoiled.value) : spoiled.value);
        return fields.entrySet().stream()
                .map(e -> "\"" + e.getKey() + "\":" + e.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String ofLength(String length) {
        return "\"" + "灯".repeat(Integer.parseInt(length.substring(1))) + "\"";
    }

    private static Response sent(String form, String body) {
        return switch (form) {
            case "topic" -> as("resident1").json(body).post("/topics");
            case "project" -> as("staff1").json(body).post("/projects");
            case "partner" -> as("admin1").json(body).post("/partners");
            case "category" -> as("admin1").json(body).post("/categories");
            default -> as("resident1").json(body).post("/evaluations");
        };
    }
}
