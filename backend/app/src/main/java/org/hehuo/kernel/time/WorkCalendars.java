package org.hehuo.kernel.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** The programme's calendar, as its table of exceptions says today. */
@ApplicationScoped
public class WorkCalendars {
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

    public ZoneId zone() {
        return zone;
    }
}
