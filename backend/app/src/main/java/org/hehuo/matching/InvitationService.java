package org.hehuo.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.hehuo.claims.ClaimService;
import org.hehuo.claims.NewClaim;
import org.hehuo.kernel.life.Lifecycle;
import org.hehuo.kernel.life.Timeline;
import org.hehuo.kernel.outbox.Outbox;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.WorkCalendars;
import org.hehuo.partners.PartnerBelongings;
import org.hehuo.projects.Projects;
import org.jdbi.v3.core.Jdbi;

/** Staff ask a partner to claim; its yes is a claim, its no has a reason. */
@ApplicationScoped
public class InvitationService implements PartnerBelongings {
    private static final int DAYS_TO_ANSWER = 5;

    final Jdbi jdbi;
    final InvitationStore store;
    final ClaimService claims;
    final Projects projects;
    final Lifecycle lifecycle;
    final Timeline timeline;
    final Outbox outbox;
    final WorkCalendars calendars;
    final Time time;

    InvitationService(
            Jdbi jdbi,
            InvitationStore store,
            ClaimService claims,
            Projects projects,
            Lifecycle lifecycle,
            Timeline timeline,
            Outbox outbox,
            WorkCalendars calendars,
            Time time) {
        this.jdbi = jdbi;
        this.store = store;
        this.claims = claims;
        this.projects = projects;
        this.lifecycle = lifecycle;
        this.timeline = timeline;
        this.outbox = outbox;
        this.calendars = calendars;
        this.time = time;
    }

    @Transactional
    public UUID invite(NewInvitation form, Caller caller) {
        var project = projects.facts(form.projectId(), caller);
        if (!caller.isStaffOf(project.areaCode())) throw Problem.of(ApiError.FORBIDDEN);
        claims.requireOpenTo(project.id(), form.partnerId(), caller);
        String message = form.message() == null || form.message().isBlank() ? null : form.message();
        var now = time.instant();
        UUID id = jdbi.withHandle(h -> h.createQuery("""
                insert into invitation (state, project_id, area_code, partner_id, message, due_at, invited_by, created_at, updated_at)
                values ('sent', :project, :area, :partner, :message, :due, :me, :now, :now)
                returning id
                """)
                .bind("project", project.id())
                .bind("area", project.areaCode())
                .bind("partner", form.partnerId())
                .bind("message", message)
                .bind("due", calendars.around(calendars.dayOf(now)).endOfWorkingDay(now, DAYS_TO_ANSWER))
                .bind("me", caller.personId())
                .bind("now", now)
                .mapTo(UUID.class)
                .one());
        var sent = store.find(id, caller);
        timeline.record(sent, "invite", null, sent.state(), caller, message);
        outbox.emit("sent", sent, caller, sent.eventData());
        return id;
    }

    /** The claim is made as any other is, and answers the invitation; the project's row is held before the invitation's. */
    @Transactional
    void accept(UUID id, InvitationAnswer answer, Caller caller) {
        var invitation = store.find(id, caller);
        InvitationAction.ACCEPT.check(invitation, caller);
        claims.requireOpenTo(invitation.project(), invitation.partner(), caller);
        claims.create(invitation.project(), new NewClaim(invitation.partner(), answer.text(), answer.shares()), caller);
        var answered = store.find(id, caller);
        // Somebody took it back, or its time ran out, while the claim waited for the project.
        if (answered.state() != InvitationState.ACCEPTED) InvitationAction.ACCEPT.check(answered, caller);
    }

    @Transactional
    public void decline(UUID id, String reason, Caller caller) {
        end(id, InvitationAction.DECLINE, reason, caller);
    }

    @Transactional
    void withdraw(UUID id, String reason, Caller caller) {
        end(id, InvitationAction.WITHDRAW, reason, caller);
    }

    private void end(UUID id, InvitationAction action, String reason, Caller caller) {
        var invitation = store.lock(id, caller);
        lifecycle.apply(invitation, action, caller, reason, invitation.eventData());
        jdbi.useHandle(
                h -> h.createUpdate("update invitation set end_reason = :reason, answered_at = :now where id = :id")
                        .bind("reason", reason)
                        .bind("now", time.instant())
                        .bind("id", id)
                        .execute());
    }

    /** Nobody answered in time, or nobody can any more. Does nothing if somebody was quicker. */
    @Transactional
    void end(UUID id) {
        var invitation = store.lock(id, Caller.CLOCK);
        if (invitation.state() != InvitationState.SENT || (!invitation.late() && invitation.answerable())) return;
        var why = invitation.late() ? InvitationAction.EXPIRE : InvitationAction.LAPSE;
        lifecycle.apply(invitation, why, Caller.CLOCK, null, invitation.eventData());
    }

    /** What a partner that is merged was asked is for the one that it became to be asked anew. */
    @Override
    public void move(String fromPartner, String toPartner) {
        for (UUID id : store.sentTo(fromPartner)) {
            var told = Map.of("partner", toPartner);
            lifecycle.apply(store.lock(id, Caller.CLOCK), InvitationAction.LAPSE, Caller.CLOCK, null, told);
        }
        store.rename(fromPartner, toPartner);
    }
}
