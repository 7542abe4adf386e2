package org.hehuo.kernel.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class WorkCalendarTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    /** 2026: Spring Festival is off from 15 to 23 February; Saturday the 14th and the 28th are worked. */
    private static final WorkCalendar SPRING = new WorkCalendar(spring(), SHANGHAI);

    @Test
    void overTheSpringFestivalAPromiseWaits() {
        var friday = Instant.parse("2026-02-13T02:00:00Z");
        assertEquals(Instant.parse("2026-02-14T15:59:59Z"), SPRING.endOfWorkingDay(friday, 1));
        assertEquals(Instant.parse("2026-02-24T15:59:59Z"), SPRING.endOfWorkingDay(friday, 2));
        assertEquals(Instant.parse("2026-02-28T15:59:59Z"), SPRING.endOfWorkingDay(friday, 6));
    }

    @Test
    void aDayBeginsAtMidnightInTheProgrammesZone() {
        var calendar = new WorkCalendar(Map.of(), SHANGHAI);
        assertEquals(LocalDate.of(2026, 3, 3), calendar.dayOf(Instant.parse("2026-03-02T16:00:00Z")));
        assertEquals(LocalDate.of(2026, 3, 2), calendar.dayOf(Instant.parse("2026-03-02T15:59:59Z")));
    }

    @Property(tries = 300)
    void exactlySoManyWorkingDaysLieBetween(
            @ForAll @LongRange(max = 400 * 24 * 60) long minutes,
            @ForAll @IntRange(min = 1, max = 30) int days,
            @ForAll Set<@IntRange(max = 400) Integer> offs) {
        var exceptions = new HashMap<LocalDate, Boolean>();
        offs.forEach(off -> exceptions.put(FIRST.plusDays(off), off % 3 == 0));
        var calendar = new WorkCalendar(exceptions, SHANGHAI);
        var from = FIRST.atStartOfDay(SHANGHAI).toInstant().plus(Duration.ofMinutes(minutes));

        var due = calendar.endOfWorkingDay(from, days);

        var first = calendar.dayOf(from);
        var last = calendar.dayOf(due);
        assertEquals(
                days,
                first.plusDays(1)
                        .datesUntil(last.plusDays(1))
                        .filter(calendar::isWorkingDay)
                        .count());
        assertTrue(calendar.isWorkingDay(last));
        assertFalse(last.equals(calendar.dayOf(due.plusSeconds(1))));
    }

    private static Map<LocalDate, Boolean> spring() {
        var days = new HashMap<LocalDate, Boolean>();
        for (int day = 15; day <= 23; day++) days.put(LocalDate.of(2026, 2, day), false);
        days.put(LocalDate.of(2026, 2, 14), true);
        days.put(LocalDate.of(2026, 2, 28), true);
        return days;
    }
}
