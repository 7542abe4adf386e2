package org.hehuo.kernel.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hehuo.kernel.problem.Problem;
import org.jdbi.v3.core.Jdbi;

/** The programme's calendar, as its table of exceptions says today. */
@ApplicationScoped
public class WorkCalendars {
    private static final int YEARS_AHEAD = 10;

    final Jdbi jdbi;
    final ZoneId zone;

    WorkCalendars(Jdbi jdbi, @ConfigProperty(name = "hehuo.time-zone") String zone) {
        this.jdbi = jdbi;
        this.zone = ZoneId.of(zone);
    }

    /** Exceptions a year back and two ahead: no promise reaches further. */
    public WorkCalendar around(LocalDate day) {
        var exceptions = new HashMap<LocalDate, Boolean>();
        jdbi.useHandle(h -> h.createQuery("select day, working from calendar_day where day between :from and :to")
                .bind("from", day.minusYears(1))
                .bind("to", day.plusYears(2))
                .map((rs, ctx) -> exceptions.put(rs.getObject("day", LocalDate.class), rs.getBoolean("working")))
                .list());
        return new WorkCalendar(exceptions, zone);
    }

    /** On which day it is in the programme's time zone. */
    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** Its midnight in the programme's time zone. */
    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The midnight at its end. */
    public Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }

    /**
     * A day that can be promised: not before today, and at most ten years ahead.
     *
     * @throws Problem {@code invalid} naming the request's field
     */
    public void requireAhead(LocalDate day, LocalDate today, String field) {
        if (day.isBefore(today)) throw Problem.invalid(field, "past");
        if (day.isAfter(today.plusYears(YEARS_AHEAD))) throw Problem.invalid(field, "far");
    }

    public ZoneId zone() {
        return zone;
    }
}
