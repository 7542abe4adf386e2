package org.hehuo.meetings;

import static org.hehuo.kernel.life.Who.staff;
import static org.hehuo.kernel.life.Who.system;
import static org.hehuo.meetings.MeetingState.CANCELLED;
import static org.hehuo.meetings.MeetingState.CLOSED;
import static org.hehuo.meetings.MeetingState.LIVE;
import static org.hehuo.meetings.MeetingState.PLANNED;

import java.util.Set;
import org.hehuo.kernel.life.Action;
import org.hehuo.kernel.life.Step;
import org.hehuo.kernel.life.Who;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;

/** The life of a joint meeting, one row a step. */
enum MeetingAction implements Action<Meeting, MeetingState> {
    START(PLANNED, LIVE, staff(), "text (optional)", "started"),
    CLOSE(LIVE, CLOSED, Who.<Meeting>staff().or(system()), "text (optional)", "closed"),
    CANCEL(PLANNED, CANCELLED, staff(), "reason", "cancelled"),
    FALL_THROUGH(PLANNED, CANCELLED, system(), "", "fell_through");

    private final Step<Meeting, MeetingState> step;

    MeetingAction(MeetingState from, MeetingState to, Who<Meeting> who, String given, String event) {
        step = new Step<>(Set.of(from), to, who, given, event);
    }

    @Override
    public Step<Meeting, MeetingState> step() {
        return step;
    }

    static Problem refusal(ApiError error, Meeting thing, Caller caller) {
        return Action.refusal(error, values(), thing, caller);
    }
}
