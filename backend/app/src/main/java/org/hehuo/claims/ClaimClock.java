package org.hehuo.claims;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hehuo.kernel.time.TimeStep;
import org.jdbi.v3.core.Jdbi;

/** A claim that nobody began in the agreed days lapses; nobody can begin before the project is claimed. */
@ApplicationScoped
class ClaimClock implements TimeStep {
    final Jdbi jdbi;
    final ClaimSteps steps;

    ClaimClock(Jdbi jdbi, ClaimSteps steps) {
        this.jdbi = jdbi;
        this.steps = steps;
    }

    @Override
    public List<String> due(Instant now) {
        return jdbi.withHandle(h -> h.createQuery("""
                select c.id from claim c join project p on p.id = c.project_id and p.state in ('claimed', 'in_progress')
                where c.state = 'confirmed' and c.begun_at is null and c.begin_by < :now
                order by c.begin_by limit :most
                """)
                .bind("now", now)
                .bind("most", MOST_A_ROUND)
                .mapTo(String.class)
                .list());
    }

    @Override
    public void carryOut(String id, Instant now) {
        steps.lapse(UUID.fromString(id));
    }
}
