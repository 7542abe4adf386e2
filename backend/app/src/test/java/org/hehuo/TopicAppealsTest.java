package org.hehuo;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.aPasserBy;
import static org.hehuo.Persona.as;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who does not accept a decision has it looked at by somebody else, once. */
@RealTest
class TopicAppealsTest {
    @Test
    void aRefusalIsAppealedAgainstOnceToSomebodyElse() {
        String topic = aTopic().declined();
        as("resident1")
                .post("/topics/{id}/appeal", Map.of("text", "楼道是公用的。"), topic)
                .then()
                .statusCode(200);
        as("resident1")
                .post("/topics/{id}/appeal", Map.of("text", "再来一次。"), topic)
                .then()
                .statusCode(409);
        String appeal = appealOf(topic);
        as("staff1")
                .post("/appeals/{id}/uphold", Map.of("reason", "说得对。"), appeal)
                .then()
                .statusCode(409)
                .body("code", is("decided_by_oneself"));
        as("street1")
                .post("/appeals/{id}/uphold", Map.of("reason", "楼道是公用的，社区来办。"), appeal)
                .then()
                .statusCode(200)
                .body("state", is("upheld"));
        aPasserBy().get("/topics/{id}", topic).then().body("state", is("open")).body("dueAt", notNullValue());
        as("staff1").get("/appeals?state=submitted&pageSize=100").then().body("items.topicId", not(hasItem(topic)));
    }

    @Test
    void whatWasHiddenIsShownAgainWhenAnotherThinksSo() {
        String topic = aTopic().hidden();
        as("resident1")
                .post("/topics/{id}/appeal", Map.of("text", "没有别人的隐私。"), topic)
                .then()
                .statusCode(200);
        as("admin1")
                .post("/appeals/{id}/uphold", Map.of("reason", "没有隐私。"), appealOf(topic))
                .then()
                .statusCode(200);
        aPasserBy().get("/topics/{id}", topic).then().statusCode(200).body("visibility", is("public"));
    }

    @Test
    void anAppealIsAgainstTheDecisionThatStands() {
        String topic = aTopic().hidden();
        as("street1")
                .post("/topics/{id}/decline", Map.of("reason", "不属于社区职责。"), topic)
                .then()
                .statusCode(200);
        as("resident1")
                .post("/topics/{id}/appeal", Map.of("text", "没有隐私。"), topic)
                .then()
                .statusCode(200);
        as("staff1")
                .post("/appeals/{id}/dismiss", Map.of("reason", "有隐私。"), appealOf(topic))
                .then()
                .statusCode(409)
                .body("code", is("decided_by_oneself"));
        as("street1")
                .post("/appeals/{id}/uphold", Map.of("reason", "没有隐私。"), appealOf(topic))
                .then()
                .statusCode(200);
        as("resident1")
                .get("/topics/{id}", topic)
                .then()
                .body("visibility", is("public"))
                .body("allowedActions", hasItem("appeal"));
    }

    /** A reply of {@code resident2} that staff hid, and its author wants back. */
    private static String hiddenAndAppealed(String topic) {
        String reply = as("resident2")
                .post("/topics/{id}/replies", Map.of("body", "二单元也黑。"), topic)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as("staff1")
                .post("/topics/{id}/replies/{reply}/hide", Map.of("reason", "重复。"), topic, reply)
                .then()
                .statusCode(200);
        as("resident2")
                .post("/topics/{id}/replies/{reply}/appeal", Map.of("text", "不是重复。"), topic, reply)
                .then()
                .statusCode(200)
                .body("allowedActions", not(hasItem("appeal")));
        return reply;
    }

    @Test
    void aHiddenReplyComesBackWhenAnotherThinksSo() {
        String topic = aTopic().posted();
        String reply = hiddenAndAppealed(topic);
        as("street1")
                .post("/appeals/{id}/uphold", Map.of("reason", "确不是重复。"), appealOf("resident2", topic))
                .then()
                .statusCode(200);
        aPasserBy().get("/topics/{id}/replies/{reply}", topic, reply).then().body("visibility", is("public"));
    }

    @Test
    void anAppealGoesWithItsTopicToAnotherArea() {
        String topic = aTopic().posted();
        String reply = hiddenAndAppealed(topic);
        String appeal = appealOf("resident2", topic);
        as("staff1")
                .post("/topics/{id}/transfer", Map.of("areaCode", Town.ELSEWHERE, "reason", "灯在隔壁社区。"), topic)
                .then()
                .statusCode(200);
        as("staff1").get("/appeals/{id}", appeal).then().statusCode(404);
        as("staff2")
                .post("/appeals/{id}/uphold", Map.of("reason", "确不是重复。"), appeal)
                .then()
                .statusCode(200)
                .body("area.code", is(Town.ELSEWHERE));
        aPasserBy().get("/topics/{id}/replies/{reply}", topic, reply).then().body("visibility", is("public"));
    }

    @Test
    void anAppealIsForItsAuthorAndThoseWhoDecideAlone() {
        String appeal = aTopic().appealed();
        as("resident2").get("/appeals?pageSize=100").then().body("items.id", not(hasItem(appeal)));
        as("staff2").get("/appeals?pageSize=100").then().body("items.id", not(hasItem(appeal)));
        as("street1").get("/appeals?pageSize=100").then().body("items.id", hasItem(appeal));
        as("resident1").get("/appeals?mine=true&pageSize=100").then().body("items.id", hasItem(appeal));
    }

    private static String appealOf(String topic) {
        return appealOf("resident1", topic);
    }

    private static String appealOf(String author, String topic) {
        return as(author)
                .get("/appeals?mine=true&pageSize=100")
                .jsonPath()
                .getString("items.find { it.topicId == '" + topic + "' }.id");
    }
}
