package org.hehuo.calls;

import static org.hehuo.calls.CallState.CLOSED;
import static org.hehuo.calls.CallState.DRAFT;
import static org.hehuo.calls.CallState.PUBLISHED;
import static org.hehuo.kernel.life.Who.district;
import static org.hehuo.kernel.life.Who.system;

import java.util.Set;
import org.hehuo.kernel.life.Action;
import org.hehuo.kernel.life.Step;
import org.hehuo.kernel.life.Who;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;

/** The life of a call, one row a step. */
enum CallAction implements Action<Call, CallState> {
    PUBLISH(DRAFT, PUBLISHED, district(), "text (optional)", "published"),
    CLOSE(PUBLISHED, CLOSED, district(), "text (optional)", "closed"),
    EXPIRE(PUBLISHED, CLOSED, system(), "", "closed");

    private final Step<Call, CallState> step;

    CallAction(CallState from, CallState to, Who<Call> who, String given, String event) {
        step = new Step<>(Set.of(from), to, who, given, event);
    }

    @Override
    public Step<Call, CallState> step() {
        return step;
    }

    static Problem refusal(ApiError error, Call call, Caller caller) {
        return Action.refusal(error, values(), call, caller);
    }
}
