package org.hehuo.matching;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hehuo.claims.Asked;
import org.hehuo.kernel.life.Lifecycle;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.jdbi.v3.core.Jdbi;

/** Whoever was invited and claims has accepted, wherever it claims. */
@ApplicationScoped
class InvitationAnswers implements Asked {
    final Jdbi jdbi;
    final InvitationStore store;
    final Lifecycle lifecycle;
    final Time time;

    InvitationAnswers(Jdbi jdbi, InvitationStore store, Lifecycle lifecycle, Time time) {
        this.jdbi = jdbi;
        this.store = store;
        this.lifecycle = lifecycle;
        this.time = time;
    }

    @Override
    public void claimed(String project, String partner, UUID claim, Caller caller) {
        store.lockSent(project, partner)
                .filter(invitation -> InvitationAction.ACCEPT.allows(invitation, Caller.CLOCK))
                .ifPresent(invitation -> {
                    boolean theirs = InvitationAction.ACCEPT.allows(invitation, caller);
                    lifecycle.apply(
                            invitation,
                            InvitationAction.ACCEPT,
                            theirs ? caller : Caller.CLOCK,
                            null,
                            invitation.eventData());
                    jdbi.useHandle(h -> h.createUpdate(
                                    "update invitation set claim_id = :claim, answered_at = :now where id = :id")
                            .bind("claim", claim)
                            .bind("now", time.instant())
                            .bind("id", invitation.id())
                            .execute());
                });
    }
}
