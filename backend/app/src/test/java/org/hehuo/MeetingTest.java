package org.hehuo;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hehuo.AMeeting.arrives;
import static org.hehuo.AMeeting.hand;
import static org.hehuo.AMeeting.step;
import static org.hehuo.Given.aMeeting;
import static org.hehuo.Given.aPartner;
import static org.hehuo.Given.aProject;
import static org.hehuo.Persona.aPasserBy;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.hehuo.kernel.time.Sweeper;
import org.hehuo.kernel.time.Time;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A joint meeting: how it is prepared, shown and ended. */
@RealTest
class MeetingTest {
    @Inject
    Time time;

    @Inject
    Sweeper sweeper;

    @Inject
    Jdbi jdbi;

    @Inject
    EventFlow events;

    @AfterEach
    void now() {
        time.moveAhead(Duration.ZERO);
    }

    @Test
    void theScreenTurnsItsTilesForAllWhoWatch() {
        String lamp = aProject().titled("会上的灯").published();
        String wall = aProject().titled("会上的墙").published();
        var round = aMeeting().about(wall, lamp).allowing("mostClaims", 2).scheduled();
        String meeting = round.getFirst();
        try (var line = Line.open(aPasserBy(), "/meetings/" + meeting + "/live", "")) {
            line.hears("event:board").hears("会上的墙").hears("scheduled");
            arrives("partner1", meeting, Town.partnerOf("partner1"));
            line.hears("\"inHall\":false");
            step(round, "open");
            hand("partner1", lamp).then().statusCode(201);
            line.hears("event:changed").hears("\"slotsLeft\":0");
        }
        aPasserBy()
                .get("/meetings/{id}/board", meeting)
                .then()
                .body("tiles.title", is(List.of("会上的墙", "会上的灯")))
                .body("tiles[1].holders.id", is(List.of(Town.partnerOf("partner1"))))
                .body("tiles[1].heldAt", notNullValue())
                .body("tiles[0].slotsLeft", is(1))
                .body("round.state", is("open"))
                .body("round.mostClaims", is(2))
                .body("partners[0].claims", is(1))
                .body("now", notNullValue());
        aPasserBy().get("/meetings/M-2026-999999/live").then().statusCode(404);
    }

    @Test
    void aTileShowsItsHoldersLogo() {
        String partner = aPartner().ownedBy("partner1").joined();
        String photo = APicture.uploadedBy("partner1");
        as("partner1")
                .patch("*", "/partners/{id}", Map.of("logoPhotoId", photo), partner)
                .then()
                .statusCode(200);
        String lamp = aProject().published();
        var round = aMeeting().about(lamp).open();
        arrives("partner1", round.getFirst(), partner);
        hand("partner1", partner, lamp).then().statusCode(201);
        String logo = aPasserBy().get("/meetings/{id}/board", round.getFirst()).path("tiles[0].holders[0].logoUrl");
        aPasserBy().request().basePath("").get(logo).then().statusCode(200);
    }

    @Test
    void theCodeOfTheHallIsInTheQrCodeForStaffOnly() {
        String meeting = aMeeting().planned();
        String plain = aPasserBy().get("/meetings/{id}/qr.svg", meeting).asString();
        String hall = as("staff1").get("/meetings/{id}/qr.svg", meeting).asString();
        assertTrue(hall.length() > plain.length(), "more is in it");
        assertEquals(plain, as("staff2").get("/meetings/{id}/qr.svg", meeting).asString());
    }

    @Test
    void aMeetingIsMadeOfOpenProjectsOfItsAreaThatAreBeforeNoOther() {
        String lamp = aProject().titled("只上一场会的灯").published();
        aMeeting().about(lamp).planned();
        aMeeting()
                .about(lamp)
                .proposed()
                .then()
                .statusCode(409)
                .body("code", is("meeting.project_taken"))
                .body("detail", containsString("（只上一场会的灯）"));
        for (String other : List.of(aProject().drafted(), aProject().claimed(), "P-2026-999999")) {
            aMeeting()
                    .about(other)
                    .proposed()
                    .then()
                    .statusCode(422)
                    .body("violations.field", is(List.of("projectIds")));
        }
        aMeeting().about(lamp, lamp).proposed().then().statusCode(422);
        var elsewhere = Map.of(
                "title",
                "别处的会",
                "place",
                "会议室",
                "areaCode",
                Town.ELSEWHERE,
                "startsAt",
                Instant.now().toString(),
                "agenda",
                List.of(),
                "projectIds",
                List.of(lamp));
        as("staff2")
                .post("/meetings", elsewhere)
                .then()
                .statusCode(422)
                .body("violations.code", is(List.of("not_found")));
        aMeeting().with("areaCode", Town.ELSEWHERE).proposed().then().statusCode(403);
        aMeeting()
                .with("startsAt", Instant.now().minus(Duration.ofDays(3)).toString())
                .proposed()
                .then()
                .statusCode(422);
    }

    @Test
    void whoIsInvitedIsToldAndWhoIsNotMayComeAllTheSame() {
        String guest = aPartner().ownedBy("partner2").joined();
        String meeting = aMeeting().with("partnerIds", List.of(guest)).planned();
        Awaitility.await().until(() -> as("partner2").told("meeting.planned", meeting) == 1);
        arrives("partner1", meeting, Town.partnerOf("partner1"));
        aPasserBy()
                .get("/meetings/{id}", meeting)
                .then()
                .body("partners.find { it.partner.id == '" + guest + "' }.invited", is(true))
                .body(
                        "partners.find { it.partner.id == '" + Town.partnerOf("partner1") + "' }.arrivedAt",
                        notNullValue())
                .body("allowedActions", not(hasItem("check-in")));
        var none = Map.of("partnerIds", List.of(), "title", "改了名的会");
        as("staff1")
                .patch("*", "/meetings/{id}", none, meeting)
                .then()
                .statusCode(200)
                .body("title", is("改了名的会"))
                .body("partners.partner.id", is(List.of(Town.partnerOf("partner1"))));
    }

    @Test
    void whoWasInvitedIsToldOfAnotherHourAndWhoIsInvitedLaterOfTheMeeting() {
        String first = aPartner().ownedBy("partner2").joined();
        String second = aPartner().ownedBy("partner1").joined();
        String meeting = aMeeting().with("partnerIds", List.of(first)).planned();
        Map<String, ?> changes = Map.of("title", "改了名的会", "partnerIds", List.of(first, second));
        as("staff1").patch("*", "/meetings/{id}", changes, meeting).then().statusCode(200);
        events.settle();
        assertEquals(0, as("partner2").told("meeting.changed", meeting), "neither hour nor place");
        assertEquals(1, as("partner1").told("meeting.invited", meeting));
        var later = Map.of("startsAt", Instant.now().plus(Duration.ofDays(2)).toString());
        as("staff1").patch("*", "/meetings/{id}", later, meeting).then().statusCode(200);
        events.settle();
        assertEquals(1, as("partner2").told("meeting.changed", meeting));
        assertEquals(1, as("partner1").told("meeting.changed", meeting));
        assertEquals(1, as("partner1").told("meeting.invited", meeting));
    }

    @Test
    void aGuestThatIsSuspendedOrMergedHoldsUpNothing() {
        String suspended = aPartner().ownedBy("partner2").joined();
        String merged = aPartner().ownedBy("partner2").joined();
        String became = aPartner().ownedBy("partner2").joined();
        String meeting =
                aMeeting().with("partnerIds", List.of(suspended, merged)).planned();
        as("admin1")
                .post("/partners/{id}/suspend", Map.of("reason", "在核实情况。"), suspended)
                .then()
                .statusCode(200);
        as("admin1")
                .post("/partners/{id}/merge", Map.of("intoId", became), merged)
                .then()
                .statusCode(200);
        as("staff1")
                .patch("*", "/meetings/{id}", Map.of("title", "照常开的会"), meeting)
                .then()
                .statusCode(200)
                .body("partners.partner.id", containsInAnyOrder(suspended, became));
    }

    @Test
    void aMeetingThatNobodyBeginsFallsThrough() {
        String lamp = aProject().published();
        String meeting = aMeeting().about(lamp).planned();
        aMeeting().round(meeting);
        jdbi.useHandle(h -> {
            h.execute("update meeting set starts_at = now() - interval '2 days' where id = ?", meeting);
            h.execute("update claim_round set opens_at = opens_at - interval '2 days' where meeting_id = ?", meeting);
        });
        sweeper.sweep();
        aPasserBy()
                .get("/meetings/{id}", meeting)
                .then()
                .body("state", is("cancelled"))
                .body("rounds[0].state", is("closed"));
        hand("partner1", lamp).then().statusCode(201);
        as("partner1")
                .post("/meetings/{id}/check-in", Map.of("partnerId", Town.partnerOf("partner1")), meeting)
                .then()
                .statusCode(409);
    }

    @Test
    void aMeetingHasOneRoundAtATime() {
        var round = aMeeting().scheduled();
        var next = Map.of(
                "opensAt",
                Instant.now().plusSeconds(60).toString(),
                "closesAt",
                Instant.now().plusSeconds(600).toString());
        as("staff1")
                .post("/meetings/{id}/rounds", next, round.getFirst())
                .then()
                .statusCode(409)
                .body("code", is("meeting.round_planned"));
        step(round, "close");
        as("staff1")
                .post("/meetings/{id}/rounds", next, round.getFirst())
                .then()
                .statusCode(201);
        var backwards = Map.of("opensAt", next.get("closesAt"), "closesAt", next.get("opensAt"));
        as("staff1")
                .post("/meetings/{id}/rounds", backwards, aMeeting().planned())
                .then()
                .statusCode(422);
    }

    @Test
    void withTheMeetingItsRoundIsOverAndWhatIsLeftIsFree() {
        String lamp = aProject().published();
        var round = aMeeting().about(lamp).open();
        as("staff1").step("/meetings/{id}/close", round.getFirst()).then().body("rounds[0].state", is("closed"));
        hand("partner1", lamp).then().statusCode(201);
        aMeeting().about(aProject().published()).planned();
    }

    @Test
    void whoIsInvitedIsRemindedOnceTheDayBefore() {
        String guest = aPartner().ownedBy("partner2").joined();
        var inThreeDays = Instant.now().plus(Duration.ofDays(3));
        String meeting = aMeeting()
                .with("startsAt", inThreeDays.toString())
                .with("partnerIds", List.of(guest))
                .planned();
        String soon = aMeeting()
                .with("startsAt", Instant.now().plus(Duration.ofHours(5)).toString())
                .with("partnerIds", List.of(guest))
                .planned();
        sweeper.sweep();
        events.settle();
        assertEquals(0, as("partner2").told("meeting.coming_up", meeting));
        jdbi.useHandle(h -> h.execute(
                "update meeting set created_at = created_at - interval '3 days', starts_at = starts_at - interval '50 hours' where id = ?",
                meeting));
        sweeper.sweep();
        sweeper.sweep();
        events.settle();
        assertEquals(1, as("partner2").told("meeting.coming_up", meeting));
        assertEquals(0, as("partner2").told("meeting.coming_up", soon), "they have just been invited");
    }

    @Test
    void aMeetingIsTakenOverIntoACalendar() {
        String meeting = aMeeting()
                .with("title", "联席会；冬季, 一")
                .with("startsAt", "2027-01-05T06:30:00Z")
                .planned();
        String calendar = aPasserBy()
                .get("/meetings/{id}.ics", meeting)
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("text/calendar"))
                .extract()
                .asString()
                .replace("\r\n ", "");
        for (String line : List.of(
                "BEGIN:VCALENDAR",
                "DTSTART:20270105T063000Z",
                "DTEND:20270105T083000Z",
                "SUMMARY:联席会；冬季\\, 一",
                "UID:" + meeting + "@hehuo",
                "STATUS:CONFIRMED",
                "/meetings/" + meeting)) assertTrue(calendar.contains(line), () -> line + " in " + calendar);
        as("staff1")
                .post("/meetings/{id}/cancel", Map.of("reason", "改期了。"), meeting)
                .then()
                .statusCode(200);
        String cancelled = aPasserBy().get("/meetings/{id}.ics", meeting).asString();
        assertTrue(cancelled.contains("STATUS:CANCELLED"), cancelled);
        assertFalse(cancelled.contains("SEQUENCE:0"), cancelled);
    }
}
