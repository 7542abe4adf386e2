package org.hehuo;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hehuo.AProject.claim;
import static org.hehuo.Given.aProject;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.as;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hehuo.kernel.time.Sweeper;
import org.hehuo.kernel.time.Time;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What time brings about, with the clock moved ahead. */
@RealTest
class TimeTest {
    /** A community in which nothing else happens. */
    private static final String QUIET_CORNER = "370203020009";

    @Inject
    Time time;

    @Inject
    Sweeper sweeper;

    @AfterEach
    void now() {
        time.moveAhead(Duration.ZERO);
    }

    @Test
    void aResultIsConfirmedByItselfAfterFourteenDays() {
        String topic = aTopic().resolved();
        afterDays(13);
        as("resident1").get("/topics/{id}", topic).then().body("state", is("resolved"));
        afterDays(14);
        as("resident1").get("/topics/{id}", topic).then().body("state", is("closed"));
        isToldOnce("/topics/{id}/timeline", topic, "auto-confirm");
    }

    @Test
    void aTopicCanBeReopenedForFourteenDays() {
        String topic = aTopic().confirmed();
        time.moveAhead(Duration.ofDays(14).plusMinutes(1));
        as("resident1")
                .post("/topics/{id}/reopen", Map.of("text", "灯又坏了。"), topic)
                .then()
                .statusCode(409)
                .body("state", is("closed"))
                .body("allowedActions", not(hasItem("reopen")));
        time.moveAhead(Duration.ofDays(13));
        as("resident1")
                .post("/topics/{id}/reopen", Map.of("text", "灯又坏了。"), topic)
                .then()
                .statusCode(200);
    }

    @Test
    void aBrokenPromiseIsShownToEverybodyAndToldOnce() {
        Town.settle();
        var author = Realm.newcomer("栗子奶奶").arrives();
        var staff = Realm.newcomer("社工小满");
        Town.appoint(staff, QUIET_CORNER);
        String topic = aTopic().in(QUIET_CORNER).by(author.account()).posted();
        as("resident2").get("/topics/{id}", topic).then().body("overdue", is(false));
        afterDays(20);
        afterDays(21);
        as("resident2").get("/topics/{id}", topic).then().body("overdue", is(true));
        as("resident2").get("/topics?overdue=true&area=" + QUIET_CORNER).then().body("items.id", hasItem(topic));
        isToldOnce("/topics/{id}/timeline", topic, "overdue");
        String due = as("resident2").get("/topics/{id}", topic).path("dueAt");
        as("resident2")
                .get("/topics/{id}/timeline", topic)
                .then()
                .body("items.find { it.action == 'overdue' }.at", is(due));
        String told = "items.findAll { it.subject.id == '" + topic + "' && it.type == 'topic.overdue' }.size()";
        for (var who : List.of(author, staff)) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            who.get("/me/notifications?pageSize=100").then().body(told, is(1)));
        }
    }

    @Test
    void aClaimThatNobodyBeginsLapsesAndTheNextInLineHoldsIt() {
        String project = aProject().toBeginWithin(3).claimed();
        String first = as("partner1").get("/projects/{id}", project).path("holders[0].claimId");
        String second = claim(project, "partner2");
        afterDays(2);
        as("partner1").get("/claims/{id}", first).then().body("state", is("confirmed"));
        afterDays(4);
        as("partner1").get("/claims/{id}", first).then().body("state", is("lapsed"));
        as("partner2").get("/claims/{id}", second).then().body("state", is("confirmed"));
        as("partner2").get("/projects/{id}", project).then().body("state", is("claimed"));
        afterDays(6);
        as("partner2").get("/claims/{id}", second).then().body("state", is("confirmed"));
        afterDays(8);
        as("partner2").get("/claims/{id}", second).then().body("state", is("lapsed"));
        as("partner2")
                .get("/projects/{id}", project)
                .then()
                .body("state", is("open"))
                .body("slotsLeft", is(1));
    }

    @Test
    void aClaimThatWasBegunDoesNotLapse() {
        String project = aProject().toBeginWithin(1).begun();
        afterDays(30);
        as("partner1").get("/projects/{id}", project).then().body("state", is("in_progress"));
    }

    @Test
    void aCompletedProjectClosesAfterThirtyDaysAndIsRatedForNinety() {
        String project = aProject().completed();
        afterDays(29);
        as("resident1").get("/projects/{id}", project).then().body("state", is("completed"));
        afterDays(30);
        as("resident1").get("/projects/{id}", project).then().body("state", is("closed"));
        isToldOnce("/projects/{id}/timeline", project, "close");
        var rating = Map.of("projectId", project, "rating", 4);
        time.moveAhead(Duration.ofDays(91));
        as("resident1").post("/evaluations", rating).then().statusCode(409).body("code", is("evaluation.closed"));
        time.moveAhead(Duration.ofDays(89));
        as("resident1").post("/evaluations", rating).then().statusCode(201);
    }

    /** On two instances at once. */
    private void afterDays(int days) {
        time.moveAhead(Duration.ofDays(days).plusMinutes(1));
        Together.each(2, i -> {
            sweeper.sweep();
            return i;
        });
    }

    private static void isToldOnce(String timeline, String id, String action) {
        as("resident1").get(timeline, id).then().body("items.findAll { it.action == '" + action + "' }.size()", is(1));
    }
}
