package org.hehuo.partners;

import static org.hehuo.kernel.life.Who.district;
import static org.hehuo.partners.PartnerState.ACTIVE;
import static org.hehuo.partners.PartnerState.LEFT;
import static org.hehuo.partners.PartnerState.SUSPENDED;

import java.util.EnumSet;
import java.util.Set;
import org.hehuo.kernel.life.Action;
import org.hehuo.kernel.life.Step;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.jspecify.annotations.Nullable;

/** The life of a partner, one row a step. */
enum PartnerAction implements Action<Partner, PartnerState> {
    SUSPEND(Set.of(ACTIVE), SUSPENDED, "reason", "suspended"),
    REINSTATE(Set.of(SUSPENDED), ACTIVE, "text (optional)", "reinstated"),
    RENEW(Set.of(ACTIVE), null, "text (optional)", "renewed"),
    LEAVE(EnumSet.of(ACTIVE, SUSPENDED), LEFT, "reason", "left"),
    MERGE(EnumSet.of(ACTIVE, SUSPENDED), LEFT, "intoId", "merged");

    private final Step<Partner, PartnerState> step;

    PartnerAction(Set<PartnerState> from, @Nullable PartnerState to, String given, String event) {
        step = new Step<>(from, to, district(), given, event);
    }

    @Override
    public Step<Partner, PartnerState> step() {
        return step;
    }

    static Problem refusal(ApiError error, Partner partner, Caller caller) {
        return Action.refusal(error, values(), partner, caller);
    }
}
