package org.hehuo.applications;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hehuo.calls.CallAnswers;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Role;
import org.hehuo.kernel.time.WorkCalendars;
import org.hehuo.notifications.Titled;
import org.jdbi.v3.core.Jdbi;

/** What other features ask of applications: their names, and how many answer a call. */
@ApplicationScoped
class Applications implements Titled, CallAnswers {
    final Jdbi jdbi;
    final WorkCalendars calendars;

    Applications(Jdbi jdbi, WorkCalendars calendars) {
        this.jdbi = jdbi;
        this.calendars = calendars;
    }

    @Override
    public String kind() {
        return PartnerApplication.KIND;
    }

    @Override
    public Map<String, String> titles(Collection<String> ids, Caller caller) {
        return jdbi.withHandle(h -> h.createQuery("""
                select id::text as id, name from partner_application
                where id::text = any(:ids) and (applicant_id = :me or :all)
                """)
                .bind("ids", ids.toArray(String[]::new))
                .bind("me", caller.id())
                .bind("all", caller.is(Role.ADMIN))
                .map((rs, ctx) -> Map.entry(rs.getString("id"), rs.getString("name")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Who withdrew has not answered. */
    @Override
    public List<Day> byDay(String call) {
        return jdbi.withHandle(h -> h.createQuery("""
                select cast(created_at at time zone :zone as date) as day, count(*) as answers from partner_application
                where call_id = :call and state <> 'withdrawn' group by 1 order by 1
                """)
                .bind("zone", calendars.zone().getId())
                .bind("call", call)
                .map((rs, ctx) -> new Day(rs.getObject("day", LocalDate.class), rs.getInt("answers")))
                .list());
    }
}
