package org.hehuo;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;
import static org.hehuo.BadInputTest.isProblem;
import static org.hehuo.Given.aProject;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.aPasserBy;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods, media types, conditions, cursors and tokens: what HTTP asks of every address alike. */
@RealTest
class HttpRulesTest {

    @Test
    void anUnknownAddressIsAProblemNotAPage() {
        isProblem(as("resident1").get("/nothing"), 404);
        isProblem(as("resident1").get("/topics/{id}", "T-2026-999999"), 404);
        isProblem(as("resident1").get("/topics/{id}/nothing", aTopic().posted()), 404);
    }

    @Test
    void aWrongMethodIsToldTheRightOnes() {
        var answer = as("admin1").delete("/topics");
        isProblem(answer, 405);
        answer.then().header("Allow", containsString("GET")).header("Allow", containsString("POST"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/topics/T-2026-000001/accept | POST",
                "/projects/P-2026-000001/publish | POST",
                "/topics/T-2026-000001/support | DELETE, PUT",
                "/topics | GET, HEAD, POST",
                "/topics/T-2026-000001 | GET, HEAD, PATCH"
            })
    void anAddressSaysWhichMethodsItKnows(String path, String allowed) {
        aPasserBy().request().options(path).then().statusCode(204).header("Allow", is(allowed));
    }

    @Test
    void aStepIsOnlyPosted() {
        for (String method : List.of("GET", "PUT", "PATCH", "DELETE")) {
            var answer = as("staff1").request().request(method, "/topics/{id}/accept", aTopic().posted());
            isProblem(answer, 405);
            answer.then().header("Allow", is("POST"));
        }
        isProblem(aPasserBy().request().options("/nothing"), 404);
    }

    @Test
    void anEndlessAddressIsRefused() {
        isProblem(aPasserBy().get("/topics?q=" + "x".repeat(5000)), 414);
    }

    @Test
    void moneyHasTwoDecimals() {
        for (String amount : List.of("12.5", "12.50", "12", "0")) {
            var cost = Map.of("amount", amount, "currency", "CNY");
            String project = aProject().with("estimatedCost", cost).drafted();
            as("staff1")
                    .get("/projects/{id}", project)
                    .then()
                    .body(
                            "estimatedCost.amount",
                            is(new BigDecimal(amount).setScale(2).toPlainString()));
        }
    }

    /** Spelt differently, the machines' rooms are no screens. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/API/v1/people",
                "//api/v1/people",
                "/api;x/v1/people",
                "/q",
                "/Q/",
                "/api/",
                "/%61pi/v1/people"
            })
    void noSpellingOpensADoor(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            int status = client.send(request, BodyHandlers.ofString()).statusCode();
            assertTrue(status >= 400 && status < 500, path + ": " + status);
        }
    }

    @Test
    void onlyJsonIsTakenAndGiven() {
        isProblem(as("resident1").request().contentType("text/plain").body("x").post("/topics"), 415);
        isProblem(
                as("resident1")
                        .request()
                        .contentType("application/xml")
                        .body("<a/>")
                        .post("/topics"),
                415);
        isProblem(as("resident1").request().accept("application/xml").get("/topics"), 406);
    }

    @Test
    void aHugeBodyIsRefused() {
        isProblem(
                as("resident1")
                        .json("{\"title\":\"" + "x".repeat(300_000) + "\"}")
                        .post("/topics"),
                413);
    }

    /** Its length is known only when it has come. */
    @ParameterizedTest
    @CsvSource({"HTTP_1_1, 300000", "HTTP_1_1, 3000000", "HTTP_2, 300000"})
    void aHugeBodyInPiecesIsRefused(HttpClient.Version version, int length) throws IOException, InterruptedException {
        String form = "{\"title\":\"" + "x".repeat(length) + "\"}";
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/api/v1/topics"))
                .header("Authorization", "Bearer " + Realm.token("resident1"))
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(20))
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form.getBytes(US_ASCII))))
                .build();
        try (var client = HttpClient.newBuilder().version(version).build()) {
            var answer = client.send(request, BodyHandlers.ofString());
            assertEquals(413, answer.statusCode(), answer::body);
            assertEquals(
                    "application/problem+json",
                    answer.headers().firstValue("Content-Type").orElse(""));
            var problem = JsonPath.from(answer.body());
            assertEquals("too_large", problem.getString("code"));
            assertEquals(32, problem.getString("traceId").length());
        }
    }

    @Test
    void anEmptySearchIsNone() {
        as("resident1").get("/topics?q=").then().statusCode(200);
        as("resident1").get("/partners?q=").then().statusCode(200);
    }

    @Test
    void aChangeNeedsTheVersionThatWasRead() {
        String topic = aTopic().posted();
        String etag = as("resident1").get("/topics/{id}", topic).header("ETag");
        var change = Map.of("place", "7号楼");
        isProblem(as("resident1").json(change).patch("/topics/{id}", topic), 428);
        isProblem(as("resident1").patch("garbage", "/topics/{id}", change, topic), 412);
        isProblem(as("resident1").patch("\"99999999999999999999-x\"", "/topics/{id}", change, topic), 412);
        as("resident1")
                .patch(etag, "/topics/{id}", change, topic)
                .then()
                .statusCode(200)
                .body("place", is("7号楼"));
        isProblem(as("resident1").patch(etag, "/topics/{id}", change, topic), 412);
    }

    @Test
    void whatIsKnownIsNotSentAgain() {
        String topic = aTopic().posted();
        var first = as("resident1").get("/topics/{id}", topic);
        var again = as("resident1")
                .request()
                .header("If-None-Match", first.header("ETag"))
                .get("/topics/{id}", topic);
        assertTrue(again.statusCode() == 304 && again.asString().isEmpty(), again::asString);
        again.then().header("Vary", containsString("Authorization")).header("ETag", first.header("ETag"));
        as("resident2")
                .request()
                .header("If-None-Match", first.header("ETag"))
                .get("/topics/{id}", topic)
                .then()
                .statusCode(200);
        as("staff1").step("/topics/{id}/accept", topic);
        as("resident1")
                .request()
                .header("If-None-Match", first.header("ETag"))
                .get("/topics/{id}", topic)
                .then()
                .statusCode(200);
    }

    @Test
    void aNewThingSaysWhereItIs() {
        var made = as("resident1")
                .post("/topics", Map.of("title", "灯坏了", "body", "黑", "areaCode", Town.HOME, "category", "PWR01"));
        made.then().header("Location", endsWith("/api/v1/topics/" + made.path("id")));
        made.then().header("Cache-Control", startsWith("private"));
    }

    @Test
    void aCursorFitsTheListThatItCameFrom() {
        for (int i = 0; i < 3; i++) aTopic().posted();
        String cursor = as("resident1").get("/topics?pageSize=1").path("nextCursor");
        as("resident1").get("/topics?pageSize=1&cursor={c}", cursor).then().statusCode(200);
        isProblem(as("resident1").get("/topics?pageSize=1&state=open&cursor={c}", cursor), 400);
        isProblem(as("resident1").get("/topics?sort=-updatedAt&cursor={c}", cursor), 400);
        isProblem(as("resident1").get("/projects?cursor={c}", cursor), 400);
        isProblem(as("resident1").get("/topics?cursor={c}", cursor.substring(1)), 400);
        isProblem(as("resident1").get("/topics?cursor={c}", cursor + "AAAA"), 400);
        for (int i = 0; i < cursor.length(); i++) {
            String other = cursor.charAt(i) == 'A' ? "B" : "A";
            String changed = cursor.substring(0, i) + other + cursor.substring(i + 1);
            isProblem(as("resident1").get("/topics?pageSize=1&cursor={c}", changed), 400);
        }
        isProblem(as("resident1").get("/topics?pageSize=1&cursor={c}", cursor + "=="), 400);
        isProblem(as("resident1").get("/topics?cursor={c}", "%"), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a.b.c", "null", "Ж"})
    void anInventedTokenIsNobody(String token) {
        isProblem(given().header("Authorization", "Bearer " + token).get("/api/v1/me"), 401);
        isProblem(given().header("Authorization", "Bearer " + token).get("/api/v1/topics"), 401);
    }

    @Test
    void onlyAnAccessTokenOpens() {
        as("resident1");
        isProblem(given().auth().oauth2(Realm.ask("resident1", "id_token")).get("/api/v1/me"), 401);
        isProblem(given().auth().oauth2(Realm.ask("resident1", "refresh_token")).get("/api/v1/me"), 401);
        isProblem(given().get("/api/v1/me?access_token=" + Realm.token("resident1")), 401);
        isProblem(
                given().header("Authorization", "Basic cmVzaWRlbnQxOnJlc2lkZW50MQ==")
                        .get("/api/v1/me"),
                401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/topics/%00",
                "/topics/%FF",
                "/topics/%ED%A0%80",
                "/topics/'",
                "/topics/%25",
                "/topics/%00/timeline",
                "/topics/%00/replies",
                "/projects/%00",
                "/projects/%00/claims",
                "/projects/%00/progress",
                "/partners/%00",
                "/areas/%00",
                "/claims/x",
                "/claims/%00",
                "/claims/1-1-1-1-1",
                "/topics/T/replies/x",
                "/partners/%00/members"
            })
    void noAddressMakesTheServerFail(String path) {
        var answer = as("admin1").request().urlEncodingEnabled(false).get(path);
        assertTrue(answer.statusCode() >= 400 && answer.statusCode() < 500, answer::asString);
        isProblem(answer, answer.statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/me/follows/%00", "/topics/%00/support"})
    void noAddressMakesAWriteFail(String path) {
        var answer = as("resident1").request().urlEncodingEnabled(false).put(path);
        isProblem(answer, answer.statusCode());
        assertTrue(answer.statusCode() >= 400 && answer.statusCode() < 500, answer::asString);
    }
}
