package org.hehuo.meetings;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hehuo.kernel.time.TimeStep;
import org.jdbi.v3.core.Jdbi;

/** Writes down that a round has opened or closed. Whoever claims goes by the clock itself, not by what is written. */
@ApplicationScoped
class RoundClock implements TimeStep {
    final Jdbi jdbi;
    final RoundService rounds;

    RoundClock(Jdbi jdbi, RoundService rounds) {
        this.jdbi = jdbi;
        this.rounds = rounds;
    }

    @Override
    public List<String> due(Instant now) {
        return jdbi.withHandle(h -> h.createQuery("""
                select r.meeting_id || '/' || r.id from claim_round r join meeting m on m.id = r.meeting_id
                where (r.state = 'open' and r.closes_at < :now)
                    or (r.state = 'scheduled' and r.opens_at < :now and m.state = 'live')
                order by r.opens_at limit :most
                """)
                .bind("now", now)
                .bind("most", MOST_A_ROUND)
                .mapTo(String.class)
                .list());
    }

    @Override
    public void carryOut(String id, Instant now) {
        int slash = id.indexOf('/');
        rounds.tick(id.substring(0, slash), UUID.fromString(id.substring(slash + 1)));
    }
}
