package org.hehuo;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hehuo.BadInputTest.isProblem;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.aPasserBy;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may come with a topic and its steps, and what need not. */
@RealTest
class TopicFormTest {

    @Test
    void whatIsHiddenIsNotEditedBackIntoTheOpen() {
        String topic = aTopic().hidden();
        var seen = as("resident1").get("/topics/{id}", topic);
        seen.then().body("allowedActions", not(hasItem("edit")));
        as("resident1")
                .patch(seen.header("ETag"), "/topics/{id}", Map.of("body", "换个说法。"), topic)
                .then()
                .statusCode(409)
                .body("code", is("wrong_state"));
        as("staff1").step("/topics/{id}/restore", topic).then().statusCode(200);
        as("resident1").get("/topics/{id}", topic).then().body("allowedActions", hasItem("edit"));
    }

    @Test
    void whoDoesNotKnowWhatItIsAboutLeavesItOut() {
        var form = Map.of("title", "院里总有怪味", "body", "说不上是什么。", "areaCode", Town.HOME);
        String topic = as("resident1")
                .post("/topics", form)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var seen = as("resident1").get("/topics/{id}", topic);
        seen.then().body("category", nullValue()).body("dueAt", notNullValue());
        var change = new HashMap<String, Object>(Map.of("category", "PWR01"));
        as("resident1")
                .patch(seen.header("ETag"), "/topics/{id}", change, topic)
                .then()
                .statusCode(200)
                .body("category.code", is("PWR01"));
        change.put("category", null);
        as("resident1")
                .patch("*", "/topics/{id}", change, topic)
                .then()
                .statusCode(200)
                .body("category", nullValue());
        as("resident1").get("/topics?mine=true").then().body("items.id", hasItem(topic));
        as("resident1").get("/topics?mine=true&category=PWR").then().body("items.id", not(hasItem(topic)));
    }

    @Test
    void whoWithdrawsMaySayWhy() {
        String topic = aTopic().posted();
        as("resident1")
                .post("/topics/{id}/withdraw", Map.of("reason", "自己修好了。"), topic)
                .then()
                .statusCode(200)
                .body("state", is("withdrawn"))
                .body("dueAt", nullValue());
        as("resident1").get("/topics/{id}/timeline", topic).then().body("items.text", hasItem("自己修好了。"));
    }

    @Test
    void whatIsHiddenIsNotHiddenAgain() {
        String topic = aTopic().hidden();
        var again = as("staff1").post("/topics/{id}/hide", Map.of("reason", "再来一次。"), topic);
        isProblem(again, 409);
        again.then()
                .body("code", is("wrong_state"))
                .body("state", is("open"))
                .body("allowedActions", hasItem("restore"));
        as("staff1").step("/topics/{id}/restore", topic).then().statusCode(200);
        var twice = as("staff1").step("/topics/{id}/restore", topic);
        isProblem(twice, 409);
        twice.then().body("code", is("wrong_state")).body("allowedActions", hasItem("hide"));
    }

    @Test
    void whyItWasHiddenAndShownAgainIsForItsAuthorAndTheStaff() {
        String reason = "写了张三的电话。";
        String topic = aTopic().posted();
        as("resident2").put("/me/follows/{id}", Map.of(), topic).then().statusCode(200);
        as("staff1")
                .post("/topics/{id}/hide", Map.of("reason", reason), topic)
                .then()
                .statusCode(200);
        as("resident1").get("/topics/{id}", topic).then().body("hiddenReason", is(reason));
        as("staff1").step("/topics/{id}/restore", topic).then().statusCode(200);
        for (var who : List.of(aPasserBy(), as("resident2"), as("staff2"))) {
            who.get("/topics/{id}/timeline", topic)
                    .then()
                    .body("items.action", hasItem("hide"))
                    .body("items.text", not(hasItem(reason)));
            who.get("/topics/{id}", topic).then().body("hiddenReason", nullValue());
        }
        as("staff1").get("/topics/{id}/timeline", topic).then().body("items.text", hasItem(reason));
        assertFalse(Feed.about(topic).toString().contains("张三"));
        assertFalse(as("resident2").get("/me/notifications").asString().contains("张三"));
    }

    @ParameterizedTest
    @CsvSource({"2020-01-01,422", "9999-12-31,422", "+99999-12-31,422", "soon,422"})
    void aPromiseHasADayThatCanBeKept(String day, int status) {
        isProblem(as("staff1").post("/topics/{id}/accept", Map.of("dueDate", day), aTopic().posted()), status);
    }
}
