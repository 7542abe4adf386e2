package org.hehuo.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.hehuo.kernel.life.Audit;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.jdbi.v3.core.Jdbi;

/** The public holidays and the weekends that are worked instead, by which promises are counted. */
@ApplicationScoped
public class CalendarService {
    /** A country has more holidays than this; fewer are days that the district has added. */
    private static final int FEWEST = 5;

    final Jdbi jdbi;
    final Audit audit;

    CalendarService(Jdbi jdbi, Audit audit) {
        this.jdbi = jdbi;
        this.audit = audit;
    }

    CalendarYear year(int year) {
        var days = jdbi.withHandle(h -> h.createQuery(
                        "select day, working, coalesce(name, '') as name from calendar_day where day between :from and :to order by day")
                .bind("from", LocalDate.of(year, 1, 1))
                .bind("to", LocalDate.of(year, 12, 31))
                .map((rs, ctx) -> new CalendarYear.Day(
                        rs.getObject("day", LocalDate.class), rs.getBoolean("working"), rs.getString("name")))
                .list());
        return new CalendarYear(year, days.size() >= FEWEST, days);
    }

    /** Promises that were given stay as they were given. */
    @Transactional
    CalendarYear put(LocalDate day, CalendarYear.Change change, Caller caller) {
        jdbi.useHandle(h -> h.createUpdate("""
                insert into calendar_day (day, working, name) values (:day, :working, :name)
                on conflict (day) do update set working = excluded.working, name = excluded.name
                """)
                .bind("day", day)
                .bind("working", change.working())
                .bind("name", change.name())
                .execute());
        record("calendar.set", day, change.name(), caller);
        return year(day.getYear());
    }

    /** It is a day like others again. */
    @Transactional
    CalendarYear clear(LocalDate day, Caller caller) {
        int gone = jdbi.withHandle(h -> h.createUpdate("delete from calendar_day where day = :day")
                .bind("day", day)
                .execute());
        if (gone == 0) throw Problem.of(ApiError.NOT_FOUND);
        record("calendar.clear", day, day.toString(), caller);
        return year(day.getYear());
    }

    private void record(String action, LocalDate day, String note, Caller caller) {
        audit.record(action, new Ref("calendar", day.toString()), null, caller, note);
    }
}
