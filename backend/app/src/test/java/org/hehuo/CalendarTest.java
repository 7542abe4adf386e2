package org.hehuo;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.aPasserBy;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.hehuo.kernel.time.Time;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Promises are counted in days that are worked. */
@RealTest
class CalendarTest {
    @Inject
    Time time;

    @AfterEach
    void now() {
        time.moveAhead(Duration.ZERO);
    }

    @Test
    void theHolidaysOfChinaAreKnownAsFarAsTheyWereAnnounced() {
        aPasserBy()
                .get("/calendar/2026")
                .then()
                .statusCode(200)
                .body("known", is(true))
                .body("days.find { it.day == '2026-10-10' }.working", is(true))
                .body("days.find { it.day == '2026-10-07' }.working", is(false));
        aPasserBy().get("/calendar/2089").then().body("known", is(false)).body("days", empty());
    }

    @Test
    void aHolidayMovesPromisesThatAreGivenFromThenOn() {
        // A Monday in a year without holidays.
        var monday = LocalDate.of(2091, 3, 5);
        time.moveAhead(Duration.between(
                Instant.now(), monday.atTime(12, 0).atZone(Realm.ZONE).toInstant()));
        String before = aTopic().posted();
        String tuesday = monday.plusDays(1).toString();
        as("admin1")
                .put("/calendar/days/{day}", Map.of("working", false, "name", "区庆"), tuesday)
                .then()
                .statusCode(200)
                .body("days.day", hasItem(tuesday));
        String after = aTopic().posted();
        assertEquals(monday.plusDays(2), dueOn(before));
        assertEquals(monday.plusDays(3), dueOn(after));
        as("admin1")
                .delete("/calendar/days/{day}", tuesday)
                .then()
                .statusCode(200)
                .body("days.day", not(hasItem(tuesday)));
        as("admin1").delete("/calendar/days/{day}", tuesday).then().statusCode(404);
    }

    private static LocalDate dueOn(String topic) {
        return Instant.parse(aPasserBy().get("/topics/{id}", topic).path("dueAt"))
                .atZone(Realm.ZONE)
                .toLocalDate();
    }
}
