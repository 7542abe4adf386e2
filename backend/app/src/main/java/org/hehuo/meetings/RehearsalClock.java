package org.hehuo.meetings;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hehuo.kernel.time.TimeStep;
import org.jdbi.v3.core.Jdbi;

/** A rehearsal that nobody ended is gone an hour later. */
@ApplicationScoped
class RehearsalClock implements TimeStep {
    private static final Duration TO_LOOK_AT = Duration.ofHours(1);

    final Jdbi jdbi;
    final Rehearsals rehearsals;

    RehearsalClock(Jdbi jdbi, Rehearsals rehearsals) {
        this.jdbi = jdbi;
        this.rehearsals = rehearsals;
    }

    @Override
    public List<String> due(Instant now) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select meeting_id from rehearsal where closes_at < :then order by closes_at limit :most")
                .bind("then", now.minus(TO_LOOK_AT))
                .bind("most", MOST_A_ROUND)
                .mapTo(String.class)
                .list());
    }

    @Override
    public void carryOut(String id, Instant now) {
        rehearsals.clear(id);
    }
}
