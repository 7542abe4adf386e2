package org.hehuo;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.aPasserBy;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.hehuo.kernel.time.Sweeper;
import org.hehuo.kernel.time.Time;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A post that should not stand is seen by somebody, hidden with a reason, counted in the open – or left standing. */
@RealTest
class ModerationTest {
    private static final Map<String, String> RUDE = Map.of("reason", "骂人的话不能留在这里。");

    @Inject
    Time time;

    @Inject
    Sweeper sweeper;

    @AfterEach
    void now() {
        time.moveAhead(Duration.ZERO);
    }

    @Test
    void oneDecisionAnswersAllWhoReported() {
        String topic = aTopic().posted();
        String reply = reply("resident2", topic, "你们都是懒人。");
        String first = report("resident3", "reply", reply, "abuse");
        String second = report("resident4", "reply", reply, "untrue");
        as("staff1")
                .post("/moderation/reports/{id}/uphold", RUDE, first)
                .then()
                .statusCode(200)
                .body("state", is("upheld"));
        as("resident4")
                .get("/moderation/reports/{id}", second)
                .then()
                .body("state", is("upheld"))
                .body("reason", is(RUDE.get("reason")));
        shown("resident1", topic, reply)
                .body("visibility", is("hidden"))
                .body("body", nullValue())
                .body("held", is(false));
        shown("resident2", topic, reply).body("body", is("你们都是懒人。")).body("hiddenReason", is(RUDE.get("reason")));
        told("resident3", "report.upheld", first);
        told("resident2", "topic.reply_hidden", topic);
        as("street1")
                .post("/moderation/reports/{id}/dismiss", RUDE, second)
                .then()
                .statusCode(409)
                .body("code", is("wrong_state"));
    }

    @Test
    void whatIsLeftStandingIsAnsweredToo() {
        String topic = aTopic().posted();
        String report = report("resident2", "topic", topic, "off_topic");
        as("street1")
                .post("/moderation/reports/{id}/dismiss", Map.of("reason", "说的就是楼道的事。"), report)
                .then()
                .statusCode(200)
                .body("state", is("dismissed"));
        aPasserBy().get("/topics/{id}", topic).then().statusCode(200);
        told("resident2", "report.dismissed", report);
        as("resident2")
                .post("/moderation/reports", form("topic", topic, "abuse"))
                .then()
                .statusCode(409)
                .body("code", is("report.already_made"));
    }

    @Test
    void nobodyLearnsWhoReported() {
        String topic = aTopic().posted();
        String report = report("resident2", "topic", topic, "privacy");
        String name = as("resident2").get("/me").path("displayName");
        for (var reader : List.of(as("resident1"), as("staff1"), as("admin1"))) {
            assertFalse(reader.get("/topics/{id}/timeline", topic).asString().contains(name));
            assertFalse(
                    reader.get("/moderation/reports/{id}", report).asString().contains(name));
        }
        as("resident1").get("/moderation/reports/{id}", report).then().statusCode(404);
        as("staff2").get("/moderation/reports?pageSize=100").then().body("items.id", not(hasItem(report)));
        as("resident3").get("/moderation/reports?pageSize=100").then().body("items.id", not(hasItem(report)));
        as("street1")
                .get("/moderation/reports?state=submitted&pageSize=100")
                .then()
                .body("items.id", hasItem(report));
        as("resident2")
                .get("/moderation/reports?mine=true")
                .then()
                .body("items.id", hasItem(report))
                .body("items[0].said", nullValue());
    }

    @Test
    void onlyWhatStandsBeforeAllIsReportedAndNotByItsAuthor() {
        String topic = aTopic().posted();
        as("resident1")
                .post("/moderation/reports", form("topic", topic, "abuse"))
                .then()
                .statusCode(403);
        as("resident1").get("/topics/{id}", topic).then().body("allowedActions", not(hasItem("report")));
        as("resident2").get("/topics/{id}", topic).then().body("allowedActions", hasItem("report"));
        as("resident2")
                .post("/moderation/reports", form("topic", aTopic().hidden(), "abuse"))
                .then()
                .statusCode(404);
        String few = aTopic().with("visibility", "members").posted();
        as("staff1")
                .post("/moderation/reports", form("topic", few, "abuse"))
                .then()
                .statusCode(409);
        as("resident2")
                .post("/moderation/reports", form("topic", few, "abuse"))
                .then()
                .statusCode(404);
        as("resident2")
                .post("/moderation/reports", form("project", "P-2026-000001", "abuse"))
                .then()
                .statusCode(422);
        as("resident2")
                .post("/moderation/reports", form("reply", "nonsense", "abuse"))
                .then()
                .statusCode(404);
        as("resident2")
                .post("/moderation/reports", form("topic", topic, "other"))
                .then()
                .statusCode(422)
                .body("violations.field", is(List.of("text")));
    }

    @Test
    void whatWaitsTooLongGoesToTheOfficeAbove() {
        // Where little else is overdue by then.
        var office = Realm.newcomer("街道白露").arrives();
        Town.appoint(office, "370203021");
        String topic = aTopic().in("370203021001").posted();
        String report = report("resident2", "topic", topic, "abuse");
        time.moveAhead(Duration.ofDays(8));
        sweeper.sweep();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> office.told("report.overdue", report) == 1);
    }

    @Test
    void whatWasHiddenIsCountedInTheOpen() {
        var before = counts();
        String topic = aTopic().posted();
        String reply = reply("resident2", topic, "加我领红包。");
        String report = report("resident3", "reply", reply, "advertising");
        as("staff1")
                .post("/moderation/reports/{id}/uphold", Map.of("reason", "广告。"), report)
                .then()
                .statusCode(200);
        aTopic().hidden();
        as("street1")
                .step("/topics/{id}/replies/{reply}/restore", topic, reply)
                .then()
                .statusCode(200);
        var after = counts();
        assertEquals(hidden(before, "advertising") + 1, hidden(after, "advertising"));
        assertEquals(hidden(before, "other") + 1, hidden(after, "other"));
        assertEquals(before.getInt("restored") + 1, after.getInt("restored"));
        assertEquals(before.getInt("upheld") + 1, after.getInt("upheld"));
        aPasserBy()
                .get("/moderation/counts?area={a}&from=2020-01-01&to=2020-01-31", Town.ELSEWHERE)
                .then()
                .body("hidden.size()", is(0));
        aPasserBy()
                .get("/moderation/counts?from=2026-02-01&to=2026-01-01")
                .then()
                .statusCode(400);
    }

    @Test
    void aNewAccountPostsSoMuchADayAndNoMore() {
        as("admin1")
                .patch("*", "/programme", Map.of("newcomerDays", 3, "newcomerPosts", 4), new Object[0])
                .then()
                .statusCode(200)
                .body("newcomerPosts", is(4));
        try {
            var newcomer = Realm.newcomer("邻居立夏").arrives();
            var statuses = Together.each(
                    9,
                    n -> newcomer.post(
                                    "/topics", Map.of("title", "第" + n + "件事", "body", "灯坏了。", "areaCode", Town.HOME))
                            .statusCode());
            assertEquals(4, statuses.stream().filter(status -> status == 201).count());
            assertTrue(statuses.stream().allMatch(status -> status == 201 || status == 429));
            var refused = newcomer.post(
                    "/topics/{id}/replies",
                    Map.of("body", "还有一句。"),
                    aTopic().by("staff1").posted());
            refused.then().statusCode(429).body("code", is("newcomer.enough_today"));
            assertTrue(Integer.parseInt(refused.header("Retry-After")) > 60);
        } finally {
            as("admin1")
                    .patch("*", "/programme", Map.of("newcomerDays", 0, "newcomerPosts", 10))
                    .then()
                    .statusCode(200);
        }
    }

    private static Map<String, String> form(String kind, String id, String cause) {
        return Map.of("thingKind", kind, "thingId", id, "cause", cause);
    }

    private static String report(String who, String kind, String id, String cause) {
        return as(who).post("/moderation/reports", form(kind, id, cause))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String reply(String who, String topic, String body) {
        return as(who).post("/topics/{id}/replies", Map.of("body", body), topic)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse shown(String who, String topic, String reply) {
        return as(who).get("/topics/{id}/replies/{reply}", topic, reply).then().statusCode(200);
    }

    private static JsonPath counts() {
        return aPasserBy()
                .get("/moderation/counts?area={a}", Town.HOME)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static int hidden(JsonPath counts, String cause) {
        Integer posts = counts.get("hidden.find { it.cause == '" + cause + "' }?.posts");
        return posts == null ? 0 : posts;
    }

    private static void told(String who, String type, String subject) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> as(who).told(type, subject) > 0);
    }
}
