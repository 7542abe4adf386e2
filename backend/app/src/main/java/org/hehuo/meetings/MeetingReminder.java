package org.hehuo.meetings;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hehuo.kernel.time.TimeStep;
import org.jdbi.v3.core.Jdbi;

/** A day before a meeting; who was invited later than that has just been told of it. */
@ApplicationScoped
class MeetingReminder implements TimeStep {
    private static final Duration BEFORE = Duration.ofDays(1);

    final Jdbi jdbi;
    final MeetingService meetings;

    MeetingReminder(Jdbi jdbi, MeetingService meetings) {
        this.jdbi = jdbi;
        this.meetings = meetings;
    }

    @Override
    public List<String> due(Instant now) {
        return jdbi.withHandle(h -> h.createQuery("""
                select id from meeting
                where state = 'planned' and reminded_at is null and starts_at > :now and starts_at <= :soon
                    and created_at < starts_at - interval '1 day'
                order by starts_at limit :most
                """)
                .bind("now", now)
                .bind("soon", now.plus(BEFORE))
                .bind("most", MOST_A_ROUND)
                .mapTo(String.class)
                .list());
    }

    @Override
    public void carryOut(String id, Instant now) {
        meetings.remind(id);
    }
}
