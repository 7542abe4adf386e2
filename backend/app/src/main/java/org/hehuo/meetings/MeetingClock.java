package org.hehuo.meetings;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hehuo.kernel.time.TimeStep;
import org.jdbi.v3.core.Jdbi;

/** A meeting that nobody began falls through a day later; one that nobody closed is closed after half a day. */
@ApplicationScoped
class MeetingClock implements TimeStep {
    private static final Duration TO_BEGIN = Duration.ofDays(1);
    private static final Duration LONGEST = Duration.ofHours(12);

    final Jdbi jdbi;
    final MeetingService meetings;

    MeetingClock(Jdbi jdbi, MeetingService meetings) {
        this.jdbi = jdbi;
        this.meetings = meetings;
    }

    @Override
    public List<String> due(Instant now) {
        return jdbi.withHandle(h -> h.createQuery("""
                select id from meeting
                where (state = 'planned' and starts_at < :unbegun) or (state = 'live' and started_at < :unclosed)
                order by starts_at limit :most
                """)
                .bind("unbegun", now.minus(TO_BEGIN))
                .bind("unclosed", now.minus(LONGEST))
                .bind("most", MOST_A_ROUND)
                .mapTo(String.class)
                .list());
    }

    @Override
    public void carryOut(String id, Instant now) {
        meetings.end(id);
    }
}
