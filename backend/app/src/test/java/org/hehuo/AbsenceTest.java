package org.hehuo;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.as;

import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nobody waits because somebody has a holiday: a colleague stands in. */
@RealTest
class AbsenceTest {
    private final LocalDate today = LocalDate.now(Realm.ZONE);

    @Test
    void whoStandsInSeesTheDeskAndIsToldOfWhatComes() {
        var away = appointed("社工立秋", Town.HOME);
        var standIn = appointed("社工处暑", Town.HOME);
        String before = assigned(away);
        standIn.get("/topics?assignedToMe=true").then().body("items.id", not(hasItem(before)));

        leaves(away, today, today.plusDays(7), standIn)
                .then()
                .statusCode(200)
                .body("absence.away", is(true))
                .body("absence.fromDay", is(today.toString()))
                .body("absence.untilDay", is(today.plusDays(7).toString()))
                .body("absence.standIn.name", is("社工处暑"));
        as("staff1")
                .get("/people?q=社工立秋")
                .then()
                .body("items.find { it.id == '" + away.id() + "' }.absence.standIn.name", is("社工处暑"));
        standIn.get("/topics?assignedToMe=true").then().body("items.id", hasItem(before));
        standIn.get("/inbox").then().body("trays.find { it.name == 'mine' }.count", is(1));
        as("staff1")
                .get("/topics/{id}", before)
                .then()
                .body("assignee.displayName", is("社工立秋"))
                .body("standIn.displayName", is("社工处暑"));

        String after = assigned(away);
        await().untilAsserted(() -> standIn.get("/me/notifications")
                .then()
                .body("items.findAll { it.type == 'topic.assigned' }.subject.id", hasItem(after)));
        away.get("/me/notifications")
                .then()
                .body("items.findAll { it.type == 'topic.assigned' }.subject.id", hasItem(after));

        away.delete("/me/absence").then().statusCode(200).body("absence", nullValue());
        standIn.get("/topics?assignedToMe=true").then().body("items.id", not(hasItem(before)));
        as("staff1").get("/topics/{id}", before).then().body("standIn", nullValue());
    }

    @Test
    void aHolidayToComeIsSaidAndChangesNothingYet() {
        var away = appointed("社工白露", Town.HOME);
        var standIn = appointed("社工秋分", Town.HOME);
        String topic = assigned(away);
        leaves(away, today.plusDays(3), today.plusDays(3), standIn)
                .then()
                .statusCode(200)
                .body("absence.away", is(false));
        standIn.get("/topics?assignedToMe=true").then().body("items.id", not(hasItem(topic)));
    }

    @Test
    void onlyAColleagueWhoAnswersForTheSameStandsIn() {
        var away = appointed("社工寒露", Town.HOME);
        leaves(away, today, today, as("staff2")).then().statusCode(422).body("violations.field", hasItem("standInId"));
        leaves(away, today, today, as("resident1")).then().statusCode(422);
        leaves(away, today, today, away).then().statusCode(422).body("violations.code", hasItem("same"));
        leaves(away, today, today.minusDays(1), as("staff1")).then().statusCode(422);
        leaves(away, today.plusDays(2), today.plusDays(1), as("staff1"))
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("untilDay"));
        as("staff1").get("/people/{id}", away.id()).then().body("absence", nullValue());
    }

    private static Response leaves(Persona who, LocalDate from, LocalDate until, Persona standIn) {
        return who.put(
                "/me/absence",
                Map.of("fromDay", from.toString(), "untilDay", until.toString(), "standInId", standIn.id()));
    }

    private static String assigned(Persona to) {
        String topic = aTopic().posted();
        as("staff1")
                .post("/topics/{id}/assign", Map.of("personId", to.id()), topic)
                .then()
                .statusCode(200);
        return topic;
    }

    private static Persona appointed(String name, String area) {
        var person = Realm.newcomer(name).arrives();
        Town.appoint(person, area);
        return person;
    }
}
