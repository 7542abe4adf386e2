package org.hehuo;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.aPasserBy;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A post with a watched word waits until somebody has looked at it, and is told of once. */
@RealTest
class HeldPostTest {
    @Test
    void aWatchedWordHoldsAPostUntilSomebodyHasLooked() {
        as("admin1")
                .put("/moderation/words/{word}", Map.of(), "乌龟王八")
                .then()
                .statusCode(200)
                .body("words", hasItem("乌龟王八"));
        var posted = as("resident2")
                .post("/topics", Map.of("title", "路灯", "body", "你们这些乌 龟·王八，灯坏了三个月！", "areaCode", Town.HOME))
                .then()
                .statusCode(201)
                .body("visibility", is("hidden"))
                .body("held", is(true))
                .body("allowedActions", not(hasItem("appeal")));
        String topic = posted.extract().path("id");
        aPasserBy().get("/topics/{id}", topic).then().statusCode(404);
        as("resident1").get("/topics/{id}", topic).then().statusCode(404);
        as("admin1").get("/topics/{id}", topic).then().statusCode(200);
        String report = held("staff1", topic).getString("id");
        assertEquals("乌龟王八", held("staff1", topic).getString("text"));
        as("staff1")
                .post("/moderation/reports/{id}/dismiss", Map.of("reason", "气话，事情是真的。"), report)
                .then()
                .statusCode(200);
        aPasserBy()
                .get("/topics/{id}", topic)
                .then()
                .statusCode(200)
                .body("held", is(false))
                .body("visibility", is("public"));
        told("resident2", "topic.restored", topic);
    }

    @Test
    void anAnswerThatCannotBeHeldIsSaidOtherwise() {
        as("admin1").put("/moderation/words/{word}", Map.of(), "一群饭桶").then().statusCode(200);
        String topic = aTopic().asked();
        as("resident1")
                .post("/topics/{id}/answer", Map.of("text", "一群 饭桶！三单元。"), topic)
                .then()
                .statusCode(422)
                .body("violations[0].field", is("text"))
                .body("violations[0].code", is("watched"));
        as("resident1")
                .post("/topics/{id}/answer", Map.of("text", "三单元。"), topic)
                .then()
                .statusCode(200);
    }

    @Test
    void aHeldReplyIsToldOfWhenItIsShown() {
        as("admin1").put("/moderation/words/{word}", Map.of(), "damn").then().statusCode(200);
        String topic = aTopic().posted();
        String words = reply("resident3", topic, "The damned lamp is Amsterdamn.");
        shown("resident2", topic, words).body("visibility", is("public"));
        String reply = reply("resident2", topic, "DAMN, again!");
        shown("resident2", topic, reply).body("held", is(true)).body("body", is("DAMN, again!"));
        shown("resident1", topic, reply)
                .body("held", is(true))
                .body("body", nullValue())
                .body("author.displayName", is(""));
        String seen = as("resident1").get("/topics/{id}/news", topic).path("asOf");
        int before = as("resident1").told("topic.replied", topic);
        as("staff1")
                .step("/topics/{id}/replies/{reply}/restore", topic, reply)
                .then()
                .statusCode(200)
                .body("visibility", is("public"));
        as("resident1").get("/topics/{id}/news?since={at}", topic, seen).then().body("replies", is(1));
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> as("resident1").told("topic.replied", topic) == before + 1);
        String kept = reply("resident2", topic, "damn you all");
        as("admin1")
                .post("/topics/{id}/replies/{reply}/hide", Map.of("reason", "骂人。", "cause", "abuse"), topic, kept)
                .then()
                .statusCode(200)
                .body("held", is(false));
        shown("resident2", topic, kept).body("allowedActions", hasItem("appeal"));
        as("admin1")
                .delete("/moderation/words/{word}", "damn")
                .then()
                .statusCode(200)
                .body("words", not(hasItem("damn")));
    }

    @Test
    void anEditIsHeldLikeAPost() {
        as("admin1").put("/moderation/words/{word}", Map.of(), "坏蛋透顶").then().statusCode(200);
        String topic = aTopic().by("resident2").posted();
        as("resident2")
                .patch("*", "/topics/{id}", Map.of("body", "物业坏蛋透顶。"), topic)
                .then()
                .statusCode(200)
                .body("held", is(true));
        aPasserBy().get("/topics/{id}", topic).then().statusCode(404);
        String open = aTopic().posted();
        String reply = reply("resident2", open, "说得对。");
        as("resident2")
                .patch("*", "/topics/{id}/replies/{reply}", Map.of("body", "坏蛋透顶！"), open, reply)
                .then()
                .statusCode(200)
                .body("held", is(true));
        String staffs = aTopic().by("staff1").with("body", "有人说坏蛋透顶。").posted();
        aPasserBy().get("/topics/{id}", staffs).then().statusCode(200);
    }

    @Test
    void whoAnswersForATopicAnswersItsReports() {
        as("admin1").put("/moderation/words/{word}", Map.of(), "胡说八道").then().statusCode(200);
        String topic = aTopic().by("resident2").with("body", "物业胡说八道。").posted();
        String reply = reply("resident2", topic, "还是胡说八道。");
        shown("resident2", topic, reply).body("held", is(true));
        as("staff1")
                .post("/topics/{id}/transfer", Map.of("areaCode", Town.ELSEWHERE, "reason", "在隔壁社区。"), topic)
                .then()
                .statusCode(200);
        String report = held("staff2", topic).getString("id");
        as("staff1").get("/moderation/reports/{id}", report).then().statusCode(404);
        as("staff2")
                .post("/moderation/reports/{id}/dismiss", Map.of("reason", "事情是真的。"), report)
                .then()
                .statusCode(200);
        as("staff2")
                .step("/topics/{id}/replies/{reply}/restore", topic, reply)
                .then()
                .statusCode(200);
        aPasserBy().get("/topics/{id}", topic).then().statusCode(200);
    }

    @Test
    void whatWasToldOnceIsNotToldAgain() {
        as("admin1").put("/moderation/words/{word}", Map.of(), "狗屁不通").then().statusCode(200);
        String topic = aTopic().posted();
        String reply = reply("resident2", topic, "说得对。");
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> as("resident1").told("topic.replied", topic) == 1);
        as("resident2").patch("*", "/topics/{id}/replies/{reply}", Map.of("body", "狗屁不通。"), topic, reply);
        as("staff1")
                .step("/topics/{id}/replies/{reply}/restore", topic, reply)
                .then()
                .statusCode(200);
        told("resident2", "topic.reply_restored", topic);
        assertEquals(1, as("resident1").told("topic.replied", topic));
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

    private static JsonPath held(String who, String topic) {
        var all =
                as(who).get("/moderation/reports?state=submitted&pageSize=100").jsonPath();
        return new JsonPath(all.prettify()).setRootPath("items.find { it.thingId == '" + topic + "' }");
    }

    private static void told(String who, String type, String subject) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> as(who).told(type, subject) > 0);
    }
}
