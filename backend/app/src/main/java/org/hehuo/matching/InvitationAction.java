package org.hehuo.matching;

import static org.hehuo.kernel.life.Who.staff;
import static org.hehuo.kernel.life.Who.system;
import static org.hehuo.matching.InvitationState.ACCEPTED;
import static org.hehuo.matching.InvitationState.DECLINED;
import static org.hehuo.matching.InvitationState.EXPIRED;
import static org.hehuo.matching.InvitationState.SENT;
import static org.hehuo.matching.InvitationState.WITHDRAWN;

import java.util.Set;
import org.hehuo.kernel.life.Action;
import org.hehuo.kernel.life.Step;
import org.hehuo.kernel.life.Step.Condition;
import org.hehuo.kernel.life.Who;
import org.hehuo.kernel.problem.ApiError;
import org.jspecify.annotations.Nullable;

/** The life of an invitation, one row a step. */
enum InvitationAction implements Action<Invitation, InvitationState> {
    ACCEPT(ACCEPTED, partner().or(system()), "text (optional), shares (optional)", "accepted", inTime()),
    DECLINE(DECLINED, partner(), "reason", "declined", null),
    WITHDRAW(WITHDRAWN, staff(), "reason", "withdrawn", null),
    EXPIRE(EXPIRED, system(), "", "expired", null),
    LAPSE(EXPIRED, system(), "", "lapsed", null);

    private final Step<Invitation, InvitationState> step;

    InvitationAction(
            InvitationState to, Who<Invitation> who, String given, String event, @Nullable Condition<Invitation> only) {
        step = new Step<>(Set.of(SENT), to, who, given, event, only);
    }

    @Override
    public Step<Invitation, InvitationState> step() {
        return step;
    }

    private static Who<Invitation> partner() {
        return new Who<Invitation>("the partner", (caller, thing) -> thing.isAddressedTo(caller))
                .or(new Who<>("staff for one that has nobody here", (caller, thing) -> thing.isAnsweredBy(caller)));
    }

    private static Condition<Invitation> inTime() {
        return new Condition<>("until its date", thing -> !thing.late(), ApiError.INVITATION_EXPIRED);
    }
}
