package org.hehuo.calls;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.TimeStep;
import org.hehuo.kernel.time.WorkCalendars;
import org.jdbi.v3.core.Jdbi;

/** A call closes when its last day is over. */
@ApplicationScoped
class CallClock implements TimeStep {
    final Jdbi jdbi;
    final CallService calls;
    final WorkCalendars calendars;

    CallClock(Jdbi jdbi, CallService calls, WorkCalendars calendars) {
        this.jdbi = jdbi;
        this.calls = calls;
        this.calendars = calendars;
    }

    @Override
    public List<String> due(Instant now) {
        return jdbi.withHandle(h -> h.createQuery("""
                select id from call where state = 'published' and closes_on < :today order by closes_on limit :most
                """)
                .bind("today", calendars.dayOf(now))
                .bind("most", MOST_A_ROUND)
                .mapTo(String.class)
                .list());
    }

    @Override
    @Transactional
    public void carryOut(String id, Instant now) {
        jdbi.withHandle(h -> h.createQuery("select " + Call.COLUMNS + """
                 from call c where c.id = :id and c.state = 'published' and c.closes_on < :today for update of c skip locked
                """)
                        .bind("id", id)
                        .bind("today", calendars.dayOf(now))
                        .map((rs, ctx) -> Call.read(rs))
                        .findOne())
                .ifPresent(call -> calls.close(call, CallAction.EXPIRE, null, Caller.CLOCK));
    }
}
