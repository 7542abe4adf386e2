package org.hehuo;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.as;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever goes leaves nobody waiting: what lay on the desk lies on a colleague's. */
@RealTest
class HandoverTest {
    @Test
    void whatACommunityWaitsForGoesToAColleague() {
        var leaver = appointed("社工大寒", Town.HOME);
        var colleague = appointed("社工小寒", Town.HOME);
        String topic = aTopic().posted();
        as("staff1")
                .post("/topics/{id}/assign", Map.of("personId", leaver.id()), topic)
                .then()
                .statusCode(200);
        as("admin1")
                .get("/people/{id}", leaver.id())
                .then()
                .body("openWork", is(1))
                .body("allowedActions", hasItem("hand-over"));

        as("admin1")
                .post("/people/{id}/hand-over", Map.of("toPersonId", leaver.id()), leaver.id())
                .then()
                .statusCode(422);
        as("admin1")
                .post("/people/{id}/hand-over", Map.of("toPersonId", colleague.id()), leaver.id())
                .then()
                .statusCode(200)
                .body("openWork", is(0))
                .body("allowedActions", not(hasItem("hand-over")));
        as("staff1").get("/topics/{id}", topic).then().body("assignee.displayName", is("社工小寒"));
        colleague.get("/topics?assignedToMe=true").then().body("items.id", hasItem(topic));
    }

    @Test
    void whatTheColleagueDoesNotAnswerForStays() {
        var leaver = appointed("社工惊蛰", Town.HOME);
        var elsewhere = appointed("社工雨水", Town.ELSEWHERE);
        String topic = aTopic().posted();
        as("staff1")
                .post("/topics/{id}/assign", Map.of("personId", leaver.id()), topic)
                .then()
                .statusCode(200);
        as("admin1")
                .post("/people/{id}/hand-over", Map.of("toPersonId", elsewhere.id()), leaver.id())
                .then()
                .statusCode(200)
                .body("openWork", is(1));
    }

    private static Persona appointed(String name, String area) {
        var person = Realm.newcomer(name).arrives();
        as("admin1")
                .put("/people/{id}/areas", Map.of("areaCodes", List.of(area)), person.id())
                .then()
                .statusCode(200);
        return person;
    }
}
