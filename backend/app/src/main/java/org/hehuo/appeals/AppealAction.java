package org.hehuo.appeals;

import static org.hehuo.appeals.AppealState.DISMISSED;
import static org.hehuo.appeals.AppealState.SUBMITTED;
import static org.hehuo.appeals.AppealState.UPHELD;

import java.util.Set;
import org.hehuo.kernel.life.Action;
import org.hehuo.kernel.life.Step;
import org.hehuo.kernel.life.Step.Condition;
import org.hehuo.kernel.life.Who;
import org.hehuo.kernel.problem.ApiError;
import org.jspecify.annotations.Nullable;

/** The life of an appeal, one row a step. */
enum AppealAction implements Action<Appeal, AppealState> {
    UPHOLD(UPHELD, Who.<Appeal>staff().or(Who.district()), "reason", "upheld", another()),
    DISMISS(DISMISSED, Who.<Appeal>staff().or(Who.district()), "reason", "dismissed", another()),
    OVERDUE(null, Who.system(), "", "overdue", null);

    private final Step<Appeal, AppealState> step;

    AppealAction(
            @Nullable AppealState to, Who<Appeal> who, String given, String event, @Nullable Condition<Appeal> only) {
        step = new Step<>(Set.of(SUBMITTED), to, who, given, event, only);
    }

    @Override
    public Step<Appeal, AppealState> step() {
        return step;
    }

    /** Nobody decides about an appeal of one's own, or against a decision of one's own. */
    private static Condition<Appeal> another() {
        return new Condition<>(
                "by somebody else than who decided or appeals",
                (appeal, caller) -> !caller.isPerson(appeal.against()) && !caller.isPerson(appeal.appellant()),
                ApiError.DECIDED_BY_ONESELF);
    }
}
