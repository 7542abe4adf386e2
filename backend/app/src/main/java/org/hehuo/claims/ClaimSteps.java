package org.hehuo.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;
import org.hehuo.kernel.life.Lifecycle;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.hehuo.partners.Partners;
import org.hehuo.projects.Projects;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Choosing, giving back, and what becomes of a slot that comes free. The project's row is held before any claim's. */
@ApplicationScoped
public class ClaimSteps {
    final Jdbi jdbi;
    final ClaimStore store;
    final ClaimQueries queries;
    final ClaimShares shares;
    final ClaimSlots slots;
    final Projects projects;
    final Partners partners;
    final ClaimGate gate;
    final Lifecycle lifecycle;
    final Time time;

    ClaimSteps(
            Jdbi jdbi,
            ClaimStore store,
            ClaimQueries queries,
            ClaimShares shares,
            ClaimSlots slots,
            Projects projects,
            Partners partners,
            ClaimGate gate,
            Lifecycle lifecycle,
            Time time) {
        this.jdbi = jdbi;
        this.store = store;
        this.queries = queries;
        this.shares = shares;
        this.slots = slots;
        this.projects = projects;
        this.partners = partners;
        this.gate = gate;
        this.lifecycle = lifecycle;
        this.time = time;
    }

    /** Staff choose it: it takes the slot, and its share, if they are free and the partner takes part still. */
    @Transactional
    public ClaimView confirm(UUID id, @Nullable String text, Caller caller) {
        var project = projects.lock(store.find(id, caller).project());
        var claim = store.lock(id);
        lifecycle.apply(claim, ClaimAction.CONFIRM, caller, text, claim.eventData(project.topics()));
        if (!partners.isActive(claim.partner())) throw ClaimAction.refusal(ApiError.WRONG_STATE, claim, caller);
        if (!projects.takeSlot(project)) throw ClaimAction.refusal(ApiError.CLAIM_SLOT_TAKEN, claim, caller);
        if (!shares.fill(id)) {
            throw ClaimAction.refusal(ApiError.CLAIM_NEEDS_FILLED, claim, caller)
                    .saying(shares.left(project.id()));
        }
        slots.hold(claim, project);
        slots.settle(project);
        return queries.view(id, caller);
    }

    @Transactional
    public ClaimView reject(UUID id, String reason, Caller caller) {
        var project = projects.lock(store.find(id, caller).project());
        var claim = store.lock(id);
        lifecycle.apply(claim, ClaimAction.REJECT, caller, reason, claim.eventData(project.topics()));
        end(claim, reason, false);
        return queries.view(id, caller);
    }

    @Transactional
    public ClaimView withdraw(UUID id, String reason, Caller caller) {
        var project = projects.lock(store.find(id, caller).project());
        var claim = store.lock(id);
        lifecycle.apply(claim, ClaimAction.WITHDRAW, caller, reason, claim.eventData(project.topics()));
        boolean undone = gate.undo(id, caller);
        end(claim, reason, !undone && claim.leavesMark(time.instant()));
        free(claim, project);
        return queries.view(id, caller);
    }

    /** Nobody began in the agreed days: the slot goes on. Does nothing if somebody was quicker. */
    @Transactional
    public void lapse(UUID id) {
        var project = projects.lock(store.find(id).project());
        var claim = store.lock(id);
        if (!ClaimAction.LAPSE.allows(claim, Caller.CLOCK)) return;
        lifecycle.apply(claim, ClaimAction.LAPSE, Caller.CLOCK, null, claim.eventData(project.topics()));
        end(claim, null, true);
        free(claim, project);
    }

    /** What it held goes on in the same transaction. */
    private void free(Claim claim, Projects.Facts project) {
        if (claim.state() == ClaimState.WAITLISTED) projects.leaveLine(project.id());
        if (claim.state() != ClaimState.CONFIRMED) return;
        projects.giveSlotBack(project.id());
        shares.empty(claim.id());
        moveUp(project);
    }

    /** What is free goes to who waits: to whom it sufficed no sooner, or who had as many as a round allowed. */
    @Transactional(TxType.MANDATORY)
    public void moveUp(String id) {
        var project = projects.lock(id);
        if (project.isFreeWithALine()) moveUp(project);
    }

    /** The first in line whom what is free suffices, and who may have one more, has it, with days of its own. */
    private void moveUp(Projects.Facts project) {
        for (var next : store.inLine(project.id())) {
            if (!projects.takeSlotFromLine(project.id())) break;
            if (!takes(next)) {
                projects.stepBackInLine(project.id());
                continue;
            }
            lifecycle.apply(next, ClaimAction.PROMOTE, Caller.CLOCK, null, next.eventData(project.topics()));
            slots.hold(next, project);
        }
        slots.settle(project);
    }

    private boolean takes(Claim next) {
        if (!partners.isActive(next.partner())) return false;
        if (!shares.fill(next.id())) return false;
        if (gate.mayMoveUp(next.project(), next.partner())) return true;
        shares.empty(next.id());
        return false;
    }

    void end(Claim claim, @Nullable String reason, boolean marked) {
        jdbi.useHandle(h -> h.createUpdate(
                        "update claim set ended_at = :now, end_reason = :reason, marked = :marked where id = :id")
                .bind("now", time.instant())
                .bind("reason", reason)
                .bind("marked", marked)
                .bind("id", claim.id())
                .execute());
    }
}
