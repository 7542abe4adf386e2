package org.hehuo.reassignments;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hehuo.kernel.time.TimeStep;
import org.jdbi.v3.core.Jdbi;

/** What the two partners do not answer in time comes to nothing, and so does what has no claim any more. */
@ApplicationScoped
class ReassignmentClock implements TimeStep {
    final Jdbi jdbi;
    final ReassignmentService reassignments;

    ReassignmentClock(Jdbi jdbi, ReassignmentService reassignments) {
        this.jdbi = jdbi;
        this.reassignments = reassignments;
    }

    @Override
    public List<String> due(Instant now) {
        return jdbi.withHandle(h -> h.createQuery("""
                select r.id from reassignment r join claim c on c.id = r.claim_id
                where r.state = 'proposed' and (r.due_at < :now or c.state <> 'confirmed' or c.reported_at is not null)
                order by r.due_at limit :most
                """)
                .bind("now", now)
                .bind("most", MOST_A_ROUND)
                .mapTo(String.class)
                .list());
    }

    @Override
    public void carryOut(String id, Instant now) {
        reassignments.expire(UUID.fromString(id));
    }
}
