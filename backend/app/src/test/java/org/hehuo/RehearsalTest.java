package org.hehuo;

import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hehuo.Given.aMeeting;
import static org.hehuo.Given.aPartner;
import static org.hehuo.Given.aProject;
import static org.hehuo.Persona.aPasserBy;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hehuo.kernel.time.Sweeper;
import org.hehuo.kernel.time.Time;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The organisers try their hall with partners that are only played; nothing is left of it. */
@RealTest
class RehearsalTest {
    @Inject
    Jdbi jdbi;

    @Inject
    Time time;

    @Inject
    Sweeper sweeper;

    @AfterEach
    void now() {
        time.moveAhead(Duration.ZERO);
    }

    @Test
    void handsGoUpByThemselvesAndTheOrganiserMayBeQuicker() {
        var projects =
                IntStream.range(0, 10).mapToObj(i -> aProject().published()).toArray(String[]::new);
        String guest = Given.unique("排练的客人");
        String meeting = aMeeting()
                .about(projects)
                .with("partnerIds", List.of(aPartner().named(guest).joined()))
                .planned();
        begin(meeting).then().statusCode(200).body("round.state", is("scheduled"));
        raise(meeting, projects[0]).then().statusCode(409);
        time.moveAhead(Duration.ofSeconds(11));
        board(meeting).then().body("round.state", is("open"));
        var free = board(meeting).<String>path("tiles.find { it.slotsLeft == 1 }.projectId");
        raise(meeting, free)
                .then()
                .statusCode(200)
                .body("tiles.find { it.projectId == '" + free + "' }.heldAt", notNullValue());
        raise(meeting, free).then().statusCode(409).body("code", is("claim.slot_taken"));
        raise(meeting, "P-2026-999999").then().statusCode(422);
        time.moveAhead(Duration.ofMinutes(5));
        board(meeting)
                .then()
                .body("round.state", is("closed"))
                // One of ten is left, unless the organiser took it.
                .body("tiles.findAll { it.slotsLeft == 0 }.size()", greaterThanOrEqualTo(9));
        board(meeting).then().body("partners.partner.name", hasItem(guest));
    }

    @Test
    void nothingOfItTouchesAClaimAndNothingIsLeft() {
        String lamp = aProject().published();
        String meeting = aMeeting().about(lamp).planned();
        int before = rows();
        begin(meeting).then().statusCode(200);
        time.moveAhead(Duration.ofMinutes(4));
        as("staff1").delete("/meetings/{id}/rehearsal", meeting).then().statusCode(204);
        board(meeting).then().statusCode(404);
        assertEquals(before, rows());
        begin(meeting).then().statusCode(200);
        as("staff1").step("/meetings/{id}/start", meeting).then().statusCode(200);
        board(meeting).then().statusCode(404);
        begin(meeting).then().statusCode(409);
        aPasserBy().get("/meetings/{id}/board", meeting).then().body("tiles.slotsLeft", everyItem(is(1)));
        as("resident1").get("/projects/{id}", lamp).then().body("slotsLeft", is(1));
    }

    @Test
    void oneThatNobodyEndedGoesByItself() {
        String meeting = aMeeting().about(aProject().published()).planned();
        begin(meeting).then().statusCode(200);
        time.moveAhead(Duration.ofMinutes(65));
        sweeper.sweep();
        board(meeting).then().statusCode(404);
        int hands = jdbi.withHandle(h -> h.select("select count(*) from rehearsal_hand where meeting_id = ?", meeting)
                .mapTo(Integer.class)
                .one());
        assertEquals(0, hands);
    }

    @Test
    void onlyThoseWhoPrepareItSeeIt() {
        String meeting = aMeeting().about(aProject().published()).planned();
        begin(meeting).then().statusCode(200);
        as("staff2").get("/meetings/{id}/rehearsal", meeting).then().statusCode(403);
        as("partner1").get("/meetings/{id}/rehearsal", meeting).then().statusCode(403);
        aPasserBy().get("/meetings/{id}/board", meeting).then().body("state", is("planned"));
    }

    /** What a rehearsal might leave behind. */
    private int rows() {
        return jdbi.withHandle(h -> h.createQuery("""
                select (select count(*) from claim) + (select count(*) from event) + (select count(*) from claim_attempt)
                    + (select count(*) from rehearsal) + (select count(*) from rehearsal_hand)
                """).mapTo(Integer.class).one());
    }

    private static Response begin(String meeting) {
        return as("staff1").post("/meetings/{id}/rehearsal", Map.of("minutes", 3), meeting);
    }

    private static Response board(String meeting) {
        return as("staff1").get("/meetings/{id}/rehearsal", meeting);
    }

    private static Response raise(String meeting, String project) {
        return as("staff1").post("/meetings/{id}/rehearsal/hands", Map.of("projectId", project), meeting);
    }
}
