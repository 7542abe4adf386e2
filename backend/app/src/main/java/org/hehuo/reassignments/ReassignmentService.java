package org.hehuo.reassignments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.hehuo.claims.ClaimHandover;
import org.hehuo.kernel.life.Lifecycle;
import org.hehuo.kernel.life.Timeline;
import org.hehuo.kernel.outbox.Outbox;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.WorkCalendars;
import org.hehuo.partners.PartnerBelongings;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Staff propose, both partners agree, and the claim is the other's. The project's row is held before any other. */
@ApplicationScoped
public class ReassignmentService implements PartnerBelongings {
    private static final int DAYS_TO_ANSWER = 5;

    final Jdbi jdbi;
    final ReassignmentQueries queries;
    final ReassignmentStore store;
    final ClaimHandover claims;
    final Lifecycle lifecycle;
    final Timeline timeline;
    final Outbox outbox;
    final WorkCalendars calendars;
    final Time time;

    ReassignmentService(
            Jdbi jdbi,
            ReassignmentQueries queries,
            ReassignmentStore store,
            ClaimHandover claims,
            Lifecycle lifecycle,
            Timeline timeline,
            Outbox outbox,
            WorkCalendars calendars,
            Time time) {
        this.jdbi = jdbi;
        this.queries = queries;
        this.store = store;
        this.claims = claims;
        this.lifecycle = lifecycle;
        this.timeline = timeline;
        this.outbox = outbox;
        this.calendars = calendars;
        this.time = time;
    }

    @Transactional
    ReassignmentView propose(NewReassignment proposal, Caller caller) {
        var claim = claims.of(proposal.claimId(), caller);
        if (!caller.isStaffOf(claim.areaCode())) throw Problem.of(ApiError.FORBIDDEN);
        claims.require(proposal.claimId(), proposal.partnerId(), caller);
        var now = time.instant();
        UUID id = jdbi.withHandle(h -> h.createQuery("""
                insert into reassignment (state, claim_id, project_id, area_code, from_partner, to_partner, reason, due_at,
                    proposed_by, created_at, updated_at)
                values ('proposed', :claim, :project, :area, :from, :to, :reason, :due, :me, :now, :now)
                returning id
                """)
                .bind("claim", proposal.claimId())
                .bind("project", claim.project())
                .bind("area", claim.areaCode())
                .bind("from", claim.partner())
                .bind("to", proposal.partnerId())
                .bind("reason", proposal.reason())
                .bind("due", calendars.around(calendars.dayOf(now)).endOfWorkingDay(now, DAYS_TO_ANSWER))
                .bind("me", caller.personId())
                .bind("now", now)
                .mapTo(UUID.class)
                .one());
        var made = store.find(id);
        timeline.record(made, "propose", null, made.state(), caller, proposal.reason());
        outbox.emit("proposed", made, caller, made.eventData());
        return queries.view(id, caller);
    }

    /** The second to agree completes it, with all that a claim asks of its holder. */
    @Transactional
    ReassignmentView agree(UUID id, @Nullable String text, Caller caller) {
        var thing = store.lock(id, caller);
        lifecycle.apply(thing, ReassignmentAction.AGREE, caller, text, thing.eventData());
        boolean from = thing.from().isAskedOf(caller, thing.areaCode());
        boolean to = thing.to().isAskedOf(caller, thing.areaCode());
        jdbi.useHandle(h -> h.createUpdate("""
                update reassignment set
                    from_agreed_at = case when :from then coalesce(from_agreed_at, :now) else from_agreed_at end,
                    from_agreed_by = case when :from then coalesce(from_agreed_by, :me) else from_agreed_by end,
                    to_agreed_at = case when :to then coalesce(to_agreed_at, :now) else to_agreed_at end,
                    to_agreed_by = case when :to then coalesce(to_agreed_by, :me) else to_agreed_by end
                where id = :id
                """)
                .bind("from", from)
                .bind("to", to)
                .bind("now", time.instant())
                .bind("me", caller.personId())
                .bind("id", id)
                .execute());
        if ((from || thing.from().agreed()) && (to || thing.to().agreed())) {
            claims.carryOut(thing.claim(), thing.to().partner(), !thing.to().online(), caller);
            var agreed = store.find(id);
            lifecycle.apply(agreed, ReassignmentAction.COMPLETE, Caller.CLOCK, null, agreed.eventData());
        }
        return queries.view(id, caller);
    }

    @Transactional
    ReassignmentView decline(UUID id, String reason, Caller caller) {
        return end(id, ReassignmentAction.DECLINE, reason, caller);
    }

    @Transactional
    ReassignmentView withdraw(UUID id, String reason, Caller caller) {
        return end(id, ReassignmentAction.WITHDRAW, reason, caller);
    }

    /** Nobody answered in time, or there is nothing to pass on any more. Does nothing if somebody was quicker. */
    @Transactional
    void expire(UUID id) {
        var thing = store.lock(id, Caller.CLOCK);
        if (!ReassignmentAction.EXPIRE.allows(thing, Caller.CLOCK)) return;
        lifecycle.apply(thing, ReassignmentAction.EXPIRE, Caller.CLOCK, null, thing.eventData());
    }

    private ReassignmentView end(UUID id, ReassignmentAction action, String reason, Caller caller) {
        var thing = store.lock(id, caller);
        lifecycle.apply(thing, action, caller, reason, thing.eventData());
        jdbi.useHandle(h -> h.createUpdate("update reassignment set end_reason = :reason where id = :id")
                .bind("reason", reason)
                .bind("id", id)
                .execute());
        return queries.view(id, caller);
    }

    /** What is proposed of or to a partner that is merged is for the one that it became to propose anew. */
    @Override
    public void move(String fromPartner, String toPartner) {
        store.proposedWith(fromPartner).forEach(this::expire);
        store.rename(fromPartner, toPartner);
    }
}
