package org.hehuo.claims;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hehuo.kernel.time.TimeStep;
import org.jdbi.v3.core.Jdbi;

/** A claim that nobody began in the agreed days lapses: one at a time, each in a transaction of its own. */
@ApplicationScoped
class ClaimClock implements TimeStep {
    final Jdbi jdbi;
    final ClaimService claims;

    ClaimClock(Jdbi jdbi, ClaimService claims) {
        this.jdbi = jdbi;
        this.claims = claims;
    }

    @Override
    public int carryOut(Instant now) {
        var due = jdbi.withHandle(h -> h.createQuery("select " + Claim.COLUMNS + """
                 from claim c where c.state = 'confirmed' and c.begun_at is null and c.begin_by < :now
                order by c.begin_by limit 1
                """)
                .bind("now", now)
                .map((rs, ctx) -> Claim.read(rs))
                .findOne());
        due.ifPresent(claim -> claims.lapse(claim.id()));
        return due.isPresent() ? 1 : 0;
    }
}
