package org.hehuo;

import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hehuo.AMeeting.arrives;
import static org.hehuo.AMeeting.hand;
import static org.hehuo.AMeeting.step;
import static org.hehuo.Given.aMeeting;
import static org.hehuo.Given.aPartner;
import static org.hehuo.Given.aProject;
import static org.hehuo.Persona.aPasserBy;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.hehuo.kernel.time.Sweeper;
import org.hehuo.kernel.time.Time;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The projects of a meeting are claimed in its round, by who is there, and every hand is on record. */
@RealTest
class RoundTest {
    @Inject
    Time time;

    @Inject
    Sweeper sweeper;

    @Inject
    Jdbi jdbi;

    @AfterEach
    void now() {
        time.moveAhead(Duration.ZERO);
    }

    @Test
    void aProjectIsKeptForTheRoundAndFreeAfterIt() {
        String lamp = aProject().published();
        String wall = aProject().published();
        var round = aMeeting().about(lamp, wall).scheduled();
        refused("partner1", lamp, "claim.kept_for_round").body("detail", containsString("20"));
        step(round, "open")
                .then()
                .body("state", is("open"))
                .body("allowedActions", hasItems("pause", "extend", "close"));
        refused("partner1", lamp, "claim.not_checked_in");
        arrives("partner1", round.getFirst(), Town.partnerOf("partner1"));
        hand("partner1", lamp).then().statusCode(201).body("state", is("confirmed"));
        step(round, "close");
        hand("partner2", wall).then().statusCode(201);
    }

    @Test
    void fromThePlanOnAProjectIsKeptForItsFirstRound() {
        String lamp = aProject().published();
        String meeting = aMeeting().about(lamp).planned();
        refused("partner1", lamp, "claim.kept_for_round").body("detail", containsString("20"));
        as("staff1").step("/meetings/{id}/start", meeting).then().statusCode(200);
        refused("partner1", lamp, "claim.kept_for_round");
        var round = aMeeting().round(meeting);
        refused("partner1", lamp, "claim.kept_for_round");
        attempts("staff1", round)
                .then()
                .body("items.answer", is(List.of("claim.kept_for_round")))
                .body("items[0].words", is("留给联席会认领"));
        step(round, "close");
        hand("partner1", lamp).then().statusCode(201);
    }

    @Test
    void aRoundWaitsForAMeetingThatBeginsLate() {
        String lamp = aProject().published();
        String meeting = aMeeting().about(lamp).planned();
        var round = aMeeting().round(meeting);
        var opens = opens(round);
        time.moveAhead(Duration.ofMinutes(100));
        sweeper.sweep();
        refused("partner1", lamp, "claim.kept_for_round");
        as("staff1").step("/meetings/{id}/start", meeting).then().statusCode(200);
        long later = Duration.between(opens, opens(round)).toMinutes();
        assertTrue(later >= 99 && later <= 101, () -> later + " minutes");
        assertEquals(Duration.ofMinutes(10), Duration.between(opens(round), closes(round)));
    }

    @Test
    void aRoundGoesWithItsMeetingToAnotherDay() {
        String meeting = aMeeting().about(aProject().published()).planned();
        var round = aMeeting().round(meeting);
        var opens = opens(round);
        Instant starts =
                Instant.parse(as("staff1").get("/meetings/{id}", meeting).path("startsAt"));
        var later = Map.of("startsAt", starts.plus(Duration.ofDays(1)).toString());
        as("staff1").patch("*", "/meetings/{id}", later, meeting).then().statusCode(200);
        assertEquals(Duration.ofDays(1), Duration.between(opens, opens(round)));
    }

    @Test
    void aRoundThatWasPlannedForAtOnceOpensWhenTheLateMeetingBegins() {
        String meeting = aMeeting().about(aProject().published()).planned();
        jdbi.useHandle(
                h -> h.execute("update meeting set starts_at = starts_at - interval '1 hour' where id = ?", meeting));
        var soon = Instant.now().minusSeconds(1);
        var round = aMeeting()
                .allowing("opensAt", soon.toString())
                .allowing("closesAt", soon.plusSeconds(600).toString())
                .round(meeting);
        as("staff1").step("/meetings/{id}/start", meeting).then().statusCode(200);
        assertTrue(Duration.between(Instant.now(), opens(round)).toSeconds() < 5);
        aPasserBy().get("/meetings/{id}", meeting).then().body("rounds[0].state", is("open"));
    }

    @Test
    void whoWaitedWhileTheChairHeldTheRoundIsHeld() throws Exception {
        String lamp = aProject().published();
        var round = aMeeting().about(lamp).open();
        arrives("partner1", round.getFirst(), Town.partnerOf("partner1"));
        assertEquals("claim.round_paused", askedWhile(lamp, () -> step(round, "pause")));
        step(round, "resume");
        assertEquals("confirmed", askedWhile(lamp, () -> step(round, "close")));
        attempts("staff1", round).then().body("items.answer", is(List.of("claim.round_paused")));
    }

    /** What a hand gets that goes up first, and whose turn comes after this. */
    private String askedWhile(String project, Runnable done) throws Exception {
        try (var other = Executors.newSingleThreadExecutor()) {
            var answer = QuarkusTransaction.requiringNew().call(() -> {
                jdbi.useHandle(h -> h.execute("select id from project where id = ? for update", project));
                var hand = other.submit(() -> hand("partner1", project));
                Awaitility.await().until(this::somebodyWaits);
                done.run();
                return hand;
            });
            return Contenders.told(answer.get());
        }
    }

    private boolean somebodyWaits() {
        return jdbi.withHandle(h -> h.createQuery("select count(*) from pg_locks where not granted")
                        .mapTo(Integer.class)
                        .one())
                > 0;
    }

    @Test
    void whatStoodStillIsProlongedFromWhereItStopped() {
        var round = aMeeting().about(aProject().published()).paused();
        var more = closes(round).plus(Duration.ofMinutes(3));
        time.moveAhead(Duration.ofHours(2));
        as("staff1")
                .post("/meetings/{id}/rounds/{round}/extend", Map.of("closesAt", more.toString()), round.toArray())
                .then()
                .statusCode(200);
    }

    @Test
    void aSecondRoundCountsAnew() {
        String lamp = aProject().published();
        var round = aMeeting().about(lamp).allowing("mostClaims", 1).open();
        arrives("partner1", round.getFirst(), Town.partnerOf("partner1"));
        hand("partner1", lamp).then().statusCode(201);
        aPasserBy().get("/meetings/{id}/board", round.getFirst()).then().body("partners[0].claims", is(1));
        step(round, "close");
        aMeeting().allowing("mostClaims", 1).round(round.getFirst());
        aPasserBy().get("/meetings/{id}/board", round.getFirst()).then().body("partners[0].claims", is(0));
    }

    @Test
    void whatIsFilledIsNotOfferedOnTheScreen() {
        String trees = aProject().shared(5, 20).published();
        var round = aMeeting().about(trees).open();
        String board = "/meetings/" + round.getFirst() + "/board";
        aPasserBy().get(board).then().body("tiles[0].claimMode", is("shared")).body("tiles[0].slotsLeft", is(5));
        arrives("partner1", round.getFirst(), Town.partnerOf("partner1"));
        hand("partner1", trees).then().statusCode(201);
        aPasserBy().get(board).then().body("tiles[0].slotsLeft", is(0));
        hand("partner1", trees).then().statusCode(anyOf(is(409), is(422)));
        attempts("staff1", round).then().body("items.size()", is(2));
    }

    @Test
    void itOpensAndClosesByTheClockThoughNobodyWroteItDown() {
        String lamp = aProject().published();
        String wall = aProject().published();
        var round = aMeeting().about(lamp, wall).scheduled();
        arrives("partner1", round.getFirst(), Town.partnerOf("partner1"));
        refused("partner1", lamp, "claim.kept_for_round");
        time.moveAhead(Duration.ofMinutes(61));
        aPasserBy().get("/meetings/{id}", round.getFirst()).then().body("rounds[0].state", is("open"));
        hand("partner1", lamp).then().statusCode(201);
        time.moveAhead(Duration.ofMinutes(71));
        hand("partner2", wall).then().statusCode(201);
        sweeper.sweep();
        aPasserBy().get("/meetings/{id}", round.getFirst()).then().body("rounds[0].state", is("closed"));
    }

    @Test
    void aRoundThatStoodStillEndsAsMuchLater() {
        String lamp = aProject().published();
        var round = aMeeting().about(lamp).paused();
        arrives("partner1", round.getFirst(), Town.partnerOf("partner1"));
        refused("partner1", lamp, "claim.round_paused");
        Instant before = closes(round);
        time.moveAhead(Duration.ofMinutes(30));
        step(round, "resume").then().body("state", is("open"));
        var longer = Duration.between(before, closes(round));
        assertTrue(longer.toMinutes() == 30 || longer.toMinutes() == 29, longer::toString);
        hand("partner1", lamp).then().statusCode(201);
    }

    @Test
    void whoIsNotInTheHallClaimsOnlyWhereTheRoundAllowsIt() {
        String lamp = aProject().published();
        var round = aMeeting().about(lamp).allowing("fromAfar", false).open();
        String meeting = round.getFirst();
        arrives("partner1", meeting, Town.partnerOf("partner1"));
        refused("partner1", lamp, "claim.not_in_hall");
        aPasserBy().get("/meetings/{id}", meeting).then().body("hallCode", nullValue());
        String code = as("staff1").get("/meetings/{id}", meeting).path("hallCode");
        var wrong = Map.of("partnerId", Town.partnerOf("partner1"), "hallCode", "geraten");
        as("partner1").post("/meetings/{id}/check-in", wrong, meeting).then().statusCode(422);
        var right = Map.of("partnerId", Town.partnerOf("partner1"), "hallCode", code);
        as("partner1").post("/meetings/{id}/check-in", right, meeting).then().statusCode(200);
        hand("partner1", lamp).then().statusCode(201);
    }

    @Test
    void theChairPutsUpAHandForWhoHasNoPhone() {
        String lamp = aProject().published();
        var round = aMeeting().about(lamp).allowing("fromAfar", false).open();
        String silent = aPartner().ownedBy("partner2").joined();
        arrives("staff1", round.getFirst(), silent);
        as("staff1")
                .post("/projects/{id}/claims", Map.of("partnerId", silent), lamp)
                .then()
                .statusCode(201)
                .body("onBehalf", is(true));
        attempts("staff1", round)
                .then()
                .body("items[0].proxy", is(true))
                .body("items[0].answer", is("confirmed"))
                .body("items[0].claimId", notNullValue());
    }

    @Test
    void nobodyHasMoreThanTheRoundAllowsAndUndoingGivesItBack() {
        var projects =
                IntStream.range(0, 3).mapToObj(i -> aProject().published()).toArray(String[]::new);
        var round = aMeeting()
                .about(projects)
                .allowing("mostClaims", 2)
                .allowing("undoSeconds", 10)
                .open();
        String partner = aPartner().ownedBy("partner1").joined();
        arrives("partner1", round.getFirst(), partner);
        hand("partner1", partner, projects[0]).then().statusCode(201);
        String second = hand("partner1", partner, projects[1]).path("id");
        hand("partner1", partner, projects[2]).then().statusCode(409).body("code", is("claim.round_limit_reached"));
        as("resident1").get("/projects/{id}", projects[2]).then().body("slotsLeft", is(1));
        as("partner1")
                .post("/claims/{id}/withdraw", Map.of("reason", "点错了。"), second)
                .then()
                .statusCode(200);
        as("partner1").get("/partners/{id}/record", partner).then().body("givenBack", is(0));
        String third = hand("partner1", partner, projects[2]).path("id");
        time.moveAhead(Duration.ofSeconds(30));
        as("partner1")
                .post("/claims/{id}/withdraw", Map.of("reason", "人手不够。"), third)
                .then()
                .statusCode(200);
        as("partner1").get("/partners/{id}/record", partner).then().body("givenBack", is(1));
        hand("partner1", partner, projects[1]).then().statusCode(409).body("code", is("claim.round_limit_reached"));
    }

    @Test
    void nobodyMovesUpBeyondWhatTheRoundAllows() {
        var projects =
                IntStream.range(0, 3).mapToObj(i -> aProject().published()).toArray(String[]::new);
        var round = aMeeting().about(projects).allowing("mostClaims", 1).open();
        var partners = IntStream.range(0, 3)
                .mapToObj(i -> aPartner().ownedBy("partner1").joined())
                .toList();
        partners.forEach(partner -> arrives("partner1", round.getFirst(), partner));
        hand("partner1", partners.get(0), projects[0]).then().statusCode(201);
        String given = hand("partner1", partners.get(1), projects[1]).path("id");
        for (int i : List.of(0, 2))
            hand("partner1", partners.get(i), projects[1]).then().body("state", is("waitlisted"));
        var reason = Map.of("reason", "人手不够。");
        as("partner1").post("/claims/{id}/withdraw", reason, given).then().statusCode(200);
        holders(projects[1]).body("holders.partner.id", is(List.of(partners.get(2))));
        hand("partner1", partners.get(2), projects[2])
                .then()
                .statusCode(409)
                .body("code", is("claim.round_limit_reached"));
        String moved = as("resident1").get("/projects/{id}", projects[1]).path("holders[0].claimId");
        as("partner1").post("/claims/{id}/withdraw", reason, moved).then().statusCode(200);
        holders(projects[1]).body("state", is("open")).body("waitlistLength", is(1));
        step(round, "close");
        holders(projects[1]).body("state", is("claimed")).body("holders.partner.id", is(List.of(partners.get(0))));
    }

    @Test
    void whoWasHeldBackIsNotPassedWhenTheTimeOfTheRoundIsUp() {
        var projects =
                IntStream.range(0, 2).mapToObj(i -> aProject().published()).toArray(String[]::new);
        var round = aMeeting().about(projects).allowing("mostClaims", 1).open();
        var partners = IntStream.range(0, 3)
                .mapToObj(i -> aPartner().ownedBy("partner1").joined())
                .toList();
        partners.forEach(partner -> arrives("partner1", round.getFirst(), partner));
        hand("partner1", partners.get(0), projects[0]).then().statusCode(201);
        String given = hand("partner1", partners.get(1), projects[1]).path("id");
        hand("partner1", partners.get(0), projects[1]).then().body("state", is("waitlisted"));
        as("partner1")
                .post("/claims/{id}/withdraw", Map.of("reason", "人手不够。"), given)
                .then()
                .statusCode(200);
        holders(projects[1]).body("state", is("open"));
        time.moveAhead(Duration.ofHours(13));
        hand("partner1", partners.get(2), projects[1]).then().statusCode(201).body("state", is("waitlisted"));
        holders(projects[1]).body("holders.partner.id", is(List.of(partners.get(0))));
    }

    private static ValidatableResponse holders(String project) {
        return as("resident1").get("/projects/{id}", project).then().statusCode(200);
    }

    @Test
    void everyHandIsOnRecordAndTheRecordIsOpenWhenTheRoundIsOver() {
        var projects =
                IntStream.range(0, 4).mapToObj(i -> aProject().published()).toArray(String[]::new);
        var round = aMeeting().about(projects).allowing("mostClaims", 1).open();
        var partners = Contenders.atLeast(12).subList(0, 12);
        partners.forEach(partner -> arrives("partner1", round.getFirst(), partner));
        var answers = Together.each(48, i -> hand("partner1", partners.get(i % 12), projects[i / 12]));
        var told = answers.stream().map(Contenders::told).toList();
        assertEquals(4, Collections.frequency(told, "confirmed"));
        var holders = new HashSet<String>();
        for (String project : projects) {
            var held = as("resident1").get("/projects/{id}", project).jsonPath();
            List<String> names = held.getList("holders.partner.id");
            assertEquals(1, names.size(), project);
            holders.addAll(names);
        }
        assertEquals(4, holders.size());
        attempts("partner1", round).then().statusCode(403);
        step(round, "close");
        var recorded = aPasserBy()
                .get("/meetings/{id}/rounds/{round}/attempts?pageSize=100", round.toArray())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(
                told.stream().sorted().toList(),
                recorded.getList("items.answer", String.class).stream().sorted().toList());
        for (String project : projects) {
            List<String> inOrder = recorded.getList("items.findAll { it.projectId == '" + project + "' && it.answer in "
                    + "['confirmed', 'claim.slot_taken', 'waitlisted'] }.sort { it.at }.answer");
            assertEquals("confirmed", inOrder.getFirst(), "who came first has it");
        }
    }

    private static Response attempts(String who, List<String> round) {
        return as(who).get("/meetings/{id}/rounds/{round}/attempts", round.toArray());
    }

    private static Instant opens(List<String> round) {
        return Instant.parse(aPasserBy().get("/meetings/{id}", round.getFirst()).path("rounds[0].opensAt"));
    }

    private static Instant closes(List<String> round) {
        return Instant.parse(aPasserBy().get("/meetings/{id}", round.getFirst()).path("rounds[0].closesAt"));
    }

    private static ValidatableResponse refused(String who, String project, String code) {
        return hand(who, project).then().statusCode(409).body("code", is(code));
    }
}
