package org.hehuo.reassignments;

import static org.hehuo.kernel.life.Who.staff;
import static org.hehuo.kernel.life.Who.system;
import static org.hehuo.reassignments.ReassignmentState.COMPLETED;
import static org.hehuo.reassignments.ReassignmentState.DECLINED;
import static org.hehuo.reassignments.ReassignmentState.EXPIRED;
import static org.hehuo.reassignments.ReassignmentState.PROPOSED;
import static org.hehuo.reassignments.ReassignmentState.WITHDRAWN;

import java.util.Set;
import org.hehuo.kernel.life.Action;
import org.hehuo.kernel.life.Step;
import org.hehuo.kernel.life.Step.Condition;
import org.hehuo.kernel.life.Who;
import org.hehuo.kernel.problem.ApiError;
import org.jspecify.annotations.Nullable;

/** The life of a reassignment, one row a step. */
enum ReassignmentAction implements Action<Reassignment, ReassignmentState> {
    AGREE(null, party(), "text (optional)", "agreed", hasToAnswer()),
    COMPLETE(COMPLETED, system(), "", "completed", null),
    DECLINE(DECLINED, party(), "reason", "declined", null),
    WITHDRAW(WITHDRAWN, staff(), "reason", "withdrawn", null),
    EXPIRE(EXPIRED, system(), "", "expired", null);

    private final Step<Reassignment, ReassignmentState> step;

    ReassignmentAction(
            @Nullable ReassignmentState to,
            Who<Reassignment> who,
            String given,
            String event,
            @Nullable Condition<Reassignment> only) {
        step = new Step<>(Set.of(PROPOSED), to, who, given, event, only);
    }

    @Override
    public Step<Reassignment, ReassignmentState> step() {
        return step;
    }

    private static Who<Reassignment> party() {
        return new Who<Reassignment>("one of the two partners", (caller, thing) -> thing.isBetween(caller))
                .or(new Who<>("staff for one that has nobody here", (caller, thing) -> thing.isAnsweredBy(caller)));
    }

    private static Condition<Reassignment> hasToAnswer() {
        return new Condition<>(
                "not agreed yet, and the claim holds",
                (reassignment, caller) -> reassignment.claimHolds() && reassignment.isAskedOf(caller),
                ApiError.WRONG_STATE);
    }
}
