package org.hehuo.claims;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hehuo.kernel.time.TimeStep;
import org.jdbi.v3.core.Jdbi;

/** A claim that nobody began in the agreed days lapses. */
@ApplicationScoped
class ClaimClock implements TimeStep {
    final Jdbi jdbi;
    final ClaimService claims;

    ClaimClock(Jdbi jdbi, ClaimService claims) {
        this.jdbi = jdbi;
        this.claims = claims;
    }

    @Override
    public List<String> due(Instant now) {
        return jdbi.withHandle(h -> h.createQuery("""
                select id from claim where state = 'confirmed' and begun_at is null and begin_by < :now
                order by begin_by limit :most
                """)
                .bind("now", now)
                .bind("most", MOST_A_ROUND)
                .mapTo(String.class)
                .list());
    }

    @Override
    public void carryOut(String id, Instant now) {
        claims.lapse(UUID.fromString(id));
    }
}
