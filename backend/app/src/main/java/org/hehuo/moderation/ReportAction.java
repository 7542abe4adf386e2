package org.hehuo.moderation;

import static org.hehuo.moderation.ReportState.DISMISSED;
import static org.hehuo.moderation.ReportState.SUBMITTED;
import static org.hehuo.moderation.ReportState.UPHELD;

import java.util.Set;
import org.hehuo.kernel.life.Action;
import org.hehuo.kernel.life.Step;
import org.hehuo.kernel.life.Step.Condition;
import org.hehuo.kernel.life.Who;
import org.hehuo.kernel.problem.ApiError;
import org.jspecify.annotations.Nullable;

/** The life of a report, one row a step. */
enum ReportAction implements Action<Report, ReportState> {
    UPHOLD(UPHELD, decider(), "reason, cause (optional)", "upheld", null),
    DISMISS(DISMISSED, decider(), "reason", "dismissed", another()),
    OVERDUE(null, Who.system(), "", "overdue", null);

    private final Step<Report, ReportState> step;

    ReportAction(
            @Nullable ReportState to, Who<Report> who, String given, String event, @Nullable Condition<Report> only) {
        step = new Step<>(Set.of(SUBMITTED), to, who, given, event, only);
    }

    @Override
    public Step<Report, ReportState> step() {
        return step;
    }

    /** The system: when an appeal is upheld, what was reported stands again. */
    private static Who<Report> decider() {
        return Who.<Report>staff().or(Who.district()).or(Who.system());
    }

    /** Nobody says of an own post that there is nothing in it. */
    private static Condition<Report> another() {
        return new Condition<>(
                "by somebody else than the author",
                (report, caller) -> !caller.isPerson(report.author()),
                ApiError.DECIDED_BY_ONESELF);
    }
}
