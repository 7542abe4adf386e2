package org.hehuo.matching;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hehuo.kernel.time.TimeStep;
import org.jdbi.v3.core.Jdbi;

/** What is not answered in time comes to nothing, and so does what nobody can accept any more. */
@ApplicationScoped
class InvitationClock implements TimeStep {
    final Jdbi jdbi;
    final InvitationService invitations;

    InvitationClock(Jdbi jdbi, InvitationService invitations) {
        this.jdbi = jdbi;
        this.invitations = invitations;
    }

    @Override
    public List<String> due(Instant now) {
        return jdbi.withHandle(h -> h.createQuery("""
                select i.id from invitation i join project p on p.id = i.project_id join partner a on a.id = i.partner_id
                where i.state = 'sent' and (i.due_at < :now or p.state <> 'open' or a.state <> 'active')
                order by i.due_at limit :most
                """)
                .bind("now", now)
                .bind("most", MOST_A_ROUND)
                .mapTo(String.class)
                .list());
    }

    @Override
    public void carryOut(String id, Instant now) {
        invitations.end(UUID.fromString(id));
    }
}
