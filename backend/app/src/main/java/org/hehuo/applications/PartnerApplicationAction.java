package org.hehuo.applications;

import static org.hehuo.applications.PartnerApplicationState.APPROVED;
import static org.hehuo.applications.PartnerApplicationState.REJECTED;
import static org.hehuo.applications.PartnerApplicationState.RETURNED;
import static org.hehuo.applications.PartnerApplicationState.SUBMITTED;
import static org.hehuo.applications.PartnerApplicationState.UNDER_REVIEW;
import static org.hehuo.applications.PartnerApplicationState.WITHDRAWN;
import static org.hehuo.kernel.life.Who.district;

import java.util.EnumSet;
import java.util.Set;
import org.hehuo.kernel.life.Action;
import org.hehuo.kernel.life.Step;
import org.hehuo.kernel.life.Step.Condition;
import org.hehuo.kernel.life.Who;
import org.hehuo.kernel.problem.ApiError;
import org.jspecify.annotations.Nullable;

/** The life of an application, one row a step. */
enum PartnerApplicationAction implements Action<PartnerApplication, PartnerApplicationState> {
    START_REVIEW(Set.of(SUBMITTED), UNDER_REVIEW, district(), "", "review_started", null),
    RETURN(EnumSet.of(SUBMITTED, UNDER_REVIEW), RETURNED, district(), "reason", "returned", another()),
    RESUBMIT(Set.of(RETURNED), SUBMITTED, applicant(), "the form", "resubmitted", null),
    APPROVE(EnumSet.of(SUBMITTED, UNDER_REVIEW), APPROVED, district(), "text (optional)", "approved", another()),
    REJECT(EnumSet.of(SUBMITTED, UNDER_REVIEW), REJECTED, district(), "reason", "rejected", another()),
    APPEAL(Set.of(REJECTED), UNDER_REVIEW, applicant(), "text", "appealed", first()),
    WITHDRAW(
            EnumSet.of(SUBMITTED, UNDER_REVIEW, RETURNED),
            WITHDRAWN,
            applicant(),
            "reason (optional)",
            "withdrawn",
            null);

    private final Step<PartnerApplication, PartnerApplicationState> step;

    PartnerApplicationAction(
            Set<PartnerApplicationState> from,
            PartnerApplicationState to,
            Who<PartnerApplication> who,
            String given,
            String event,
            @Nullable Condition<PartnerApplication> only) {
        step = new Step<>(from, to, who, given, event, only);
    }

    @Override
    public Step<PartnerApplication, PartnerApplicationState> step() {
        return step;
    }

    private static Who<PartnerApplication> applicant() {
        return new Who<>("the applicant", (caller, application) -> caller.isPerson(application.applicant()));
    }

    /** Nobody decides about an own application, nor an appeal against an own decision. */
    private static Condition<PartnerApplication> another() {
        return new Condition<>(
                "by somebody else than who applied or rejected it",
                (application, caller) ->
                        !caller.isPerson(application.applicant()) && !caller.isPerson(application.decidedBy()),
                ApiError.DECIDED_BY_ONESELF);
    }

    private static Condition<PartnerApplication> first() {
        return new Condition<>("once", application -> !application.appealed(), ApiError.WRONG_STATE);
    }
}
