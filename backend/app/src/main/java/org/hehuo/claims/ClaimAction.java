package org.hehuo.claims;

import static org.hehuo.claims.ClaimState.CONFIRMED;
import static org.hehuo.claims.ClaimState.FULFILLED;
import static org.hehuo.claims.ClaimState.LAPSED;
import static org.hehuo.claims.ClaimState.REJECTED;
import static org.hehuo.claims.ClaimState.SUBMITTED;
import static org.hehuo.claims.ClaimState.WAITLISTED;
import static org.hehuo.claims.ClaimState.WITHDRAWN;
import static org.hehuo.kernel.life.Who.staff;
import static org.hehuo.kernel.life.Who.system;

import java.util.EnumSet;
import java.util.Set;
import org.hehuo.kernel.life.Action;
import org.hehuo.kernel.life.Step;
import org.hehuo.kernel.life.Step.Condition;
import org.hehuo.kernel.life.Who;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.jspecify.annotations.Nullable;

/** The life of a claim, one row a step. It is born {@code confirmed} or {@code waitlisted}, or {@code submitted} where staff choose. */
enum ClaimAction implements Action<Claim, ClaimState> {
    CONFIRM(Set.of(SUBMITTED), CONFIRMED, staff(), "text (optional)", "confirmed", slotIsFree()),
    REJECT(Set.of(SUBMITTED), REJECTED, staff(), "reason", "rejected", null),
    PROMOTE(Set.of(WAITLISTED), CONFIRMED, system(), "", "promoted", null),
    WITHDRAW(EnumSet.of(SUBMITTED, CONFIRMED, WAITLISTED), WITHDRAWN, holder(), "reason", "withdrawn", notReported()),
    LAPSE(Set.of(CONFIRMED), LAPSED, system(), "", "lapsed", notBegun()),
    HAND_OVER(Set.of(CONFIRMED), WITHDRAWN, system(), "", "handed_over", notReported()),
    FULFIL(Set.of(CONFIRMED), FULFILLED, system(), "", "fulfilled", null),
    LET_GO(EnumSet.of(SUBMITTED, CONFIRMED, WAITLISTED), WITHDRAWN, system(), "", "let_go", null);

    private final Step<Claim, ClaimState> step;

    ClaimAction(
            Set<ClaimState> from,
            ClaimState to,
            Who<Claim> who,
            String given,
            String event,
            @Nullable Condition<Claim> only) {
        step = new Step<>(from, to, who, given, event, only);
    }

    @Override
    public Step<Claim, ClaimState> step() {
        return step;
    }

    static Problem refusal(ApiError error, Claim claim, Caller caller) {
        return Action.refusal(error, values(), claim, caller);
    }

    private static Who<Claim> holder() {
        return new Who<Claim>("the partner", (caller, claim) -> caller.speaksFor(claim.partner())).or(staff());
    }

    private static Condition<Claim> slotIsFree() {
        return new Condition<>("a slot is free", Claim::slotIsFree, ApiError.CLAIM_SLOT_TAKEN);
    }

    private static Condition<Claim> notReported() {
        return new Condition<>("not reported as done", c -> c.reportedAt() == null, ApiError.WRONG_STATE);
    }

    private static Condition<Claim> notBegun() {
        return new Condition<>("not begun", c -> c.begunAt() == null, ApiError.WRONG_STATE);
    }
}
