package org.hehuo.meetings;

import static org.hehuo.kernel.life.Who.staff;
import static org.hehuo.kernel.life.Who.system;
import static org.hehuo.meetings.RoundState.CLOSED;
import static org.hehuo.meetings.RoundState.OPEN;
import static org.hehuo.meetings.RoundState.PAUSED;
import static org.hehuo.meetings.RoundState.SCHEDULED;

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

/** The life of a claim round, one row a step. The chair is who works for the meeting's area. */
enum RoundAction implements Action<ClaimRound, RoundState> {
    OPEN_NOW(Set.of(SCHEDULED), OPEN, chair(), "closing time (optional)", "opened", meetingIsLive()),
    PAUSE(Set.of(OPEN), PAUSED, staff(), "", "paused", notOver()),
    RESUME(Set.of(PAUSED), OPEN, staff(), "", "resumed", null),
    EXTEND(EnumSet.of(SCHEDULED, OPEN, PAUSED), null, staff(), "closing time", "extended", notOver()),
    CLOSE(EnumSet.of(SCHEDULED, OPEN, PAUSED), CLOSED, chair(), "", "closed", null);

    private final Step<ClaimRound, RoundState> step;

    RoundAction(
            Set<RoundState> from,
            @Nullable RoundState to,
            Who<ClaimRound> who,
            String given,
            String event,
            @Nullable Condition<ClaimRound> only) {
        step = new Step<>(from, to, who, given, event, only);
    }

    @Override
    public Step<ClaimRound, RoundState> step() {
        return step;
    }

    @Override
    public String verb() {
        return this == OPEN_NOW ? "open" : Action.super.verb();
    }

    /** Or the clock. */
    private static Who<ClaimRound> chair() {
        return Who.<ClaimRound>staff().or(system());
    }

    private static Condition<ClaimRound> meetingIsLive() {
        return new Condition<>("the meeting is live", ClaimRound::meetingIsLive, ApiError.WRONG_STATE);
    }

    private static Condition<ClaimRound> notOver() {
        return new Condition<>("its time is not over", r -> r.shown() != CLOSED, ApiError.WRONG_STATE);
    }

    static Problem refusal(ApiError error, ClaimRound thing, Caller caller) {
        return Action.refusal(error, values(), thing, caller);
    }
}
