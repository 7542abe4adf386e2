package org.hehuo.capabilities;

import static org.hehuo.capabilities.CapabilityState.ACTIVE;
import static org.hehuo.capabilities.CapabilityState.PAUSED;
import static org.hehuo.capabilities.CapabilityState.RETIRED;
import static org.hehuo.kernel.life.Who.district;

import java.util.EnumSet;
import java.util.Set;
import org.hehuo.kernel.life.Action;
import org.hehuo.kernel.life.Step;
import org.hehuo.kernel.life.Who;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;

/** The life of a capability, one row a step. */
enum CapabilityAction implements Action<Capability, CapabilityState> {
    PAUSE(Set.of(ACTIVE), PAUSED, "text (optional)", "paused"),
    RESUME(Set.of(PAUSED), ACTIVE, "text (optional)", "resumed"),
    RETIRE(EnumSet.of(ACTIVE, PAUSED), RETIRED, "text (optional)", "retired");

    private final Step<Capability, CapabilityState> step;

    CapabilityAction(Set<CapabilityState> from, CapabilityState to, String given, String event) {
        step = new Step<>(from, to, owner().or(district()), given, event);
    }

    @Override
    public Step<Capability, CapabilityState> step() {
        return step;
    }

    private static Who<Capability> owner() {
        return new Who<>("an owner of the partner", (caller, capability) -> capability.isOwnedBy(caller));
    }

    static Problem refusal(ApiError error, Capability capability, Caller caller) {
        return Action.refusal(error, values(), capability, caller);
    }
}
