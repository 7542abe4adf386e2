package org.hehuo.projects;

import static org.hehuo.kernel.life.Who.staff;
import static org.hehuo.kernel.life.Who.system;
import static org.hehuo.projects.ProjectState.CANCELLED;
import static org.hehuo.projects.ProjectState.CLAIMED;
import static org.hehuo.projects.ProjectState.CLOSED;
import static org.hehuo.projects.ProjectState.COMPLETED;
import static org.hehuo.projects.ProjectState.DELIVERED;
import static org.hehuo.projects.ProjectState.DRAFT;
import static org.hehuo.projects.ProjectState.IN_PROGRESS;
import static org.hehuo.projects.ProjectState.OPEN;

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

/** The life of a project, one row a step. */
public enum ProjectAction implements Action<Project, ProjectState> {
    PUBLISH(Set.of(DRAFT), OPEN, staff(), "text (optional)", "published"),
    FILL(Set.of(OPEN), CLAIMED, system(), "", "claimed"),
    RELEASE(EnumSet.of(CLAIMED, IN_PROGRESS), OPEN, system(), "", "released"),
    PASS_ON(EnumSet.of(CLAIMED, IN_PROGRESS), CLAIMED, system(), "", "passed_on"),
    BEGIN(EnumSet.of(CLAIMED, IN_PROGRESS), IN_PROGRESS, holder(), "partner (staff only)", "begun", notBegun()),
    REPORT_COMPLETION(Set.of(IN_PROGRESS), DELIVERED, holder(), "outcome, partner (staff only)", "delivered"),
    SEND_BACK(Set.of(DELIVERED), IN_PROGRESS, staff(), "reason", "sent_back"),
    ACCEPT(Set.of(DELIVERED), COMPLETED, staff(), "text (optional)", "completed"),
    CANCEL(EnumSet.of(DRAFT, OPEN, CLAIMED, IN_PROGRESS, DELIVERED), CANCELLED, staff(), "reason", "cancelled"),
    CLOSE(Set.of(COMPLETED), CLOSED, Who.<Project>staff().or(system()), "text (optional)", "closed");

    private final Step<Project, ProjectState> step;

    ProjectAction(Set<ProjectState> from, ProjectState to, Who<Project> who, String given, String event) {
        this(from, to, who, given, event, null);
    }

    ProjectAction(
            Set<ProjectState> from,
            ProjectState to,
            Who<Project> who,
            String given,
            String event,
            @Nullable Condition<Project> only) {
        step = new Step<>(from, to, who, given, event, only);
    }

    @Override
    public Step<Project, ProjectState> step() {
        return step;
    }

    static Problem refusal(ApiError error, Project project, Caller caller) {
        return Action.refusal(error, values(), project, caller);
    }

    private static Condition<Project> notBegun() {
        return new Condition<>("not begun by the partner", Project::isToBeginBy, ApiError.WRONG_STATE);
    }

    private static Who<Project> holder() {
        return new Who<Project>("a partner that holds it", (caller, project) -> project.isHeldBy(caller)).or(staff());
    }
}
