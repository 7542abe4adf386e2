package org.hehuo.topics;

import static org.hehuo.kernel.life.Who.staff;
import static org.hehuo.kernel.life.Who.system;
import static org.hehuo.topics.TopicState.ACCEPTED;
import static org.hehuo.topics.TopicState.CLOSED;
import static org.hehuo.topics.TopicState.DECLINED;
import static org.hehuo.topics.TopicState.IN_PROGRESS;
import static org.hehuo.topics.TopicState.OPEN;
import static org.hehuo.topics.TopicState.RESOLVED;
import static org.hehuo.topics.TopicState.WITHDRAWN;

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

/** The life of a topic, one row a step. */
public enum TopicAction implements Action<Topic, TopicState> {
    ACCEPT(Set.of(OPEN), ACCEPTED, staff(), "due date, text (both optional)", "accepted", null),
    DECLINE(EnumSet.of(OPEN, ACCEPTED), DECLINED, staff(), "reason", "declined", null),
    START(Set.of(ACCEPTED), IN_PROGRESS, Who.<Topic>staff().or(system()), "text (optional)", "started", null),
    FALL_BACK(Set.of(IN_PROGRESS), ACCEPTED, system(), "", "fell_back", null),
    RESOLVE(
            EnumSet.of(ACCEPTED, IN_PROGRESS),
            RESOLVED,
            Who.<Topic>staff().or(system()),
            "outcome, text",
            "resolved",
            null),
    CONFIRM(Set.of(RESOLVED), CLOSED, author(), "text (optional)", "closed", null),
    AUTO_CONFIRM(Set.of(RESOLVED), CLOSED, system(), "", "closed", null),
    REOPEN(EnumSet.of(RESOLVED, CLOSED), ACCEPTED, author(), "text", "reopened", fresh()),
    WITHDRAW(Set.of(OPEN), WITHDRAWN, author(), "reason (optional)", "withdrawn", alone()),
    ASSIGN(EnumSet.of(OPEN, ACCEPTED, IN_PROGRESS), null, staff(), "person", "assigned", null),
    OVERDUE(EnumSet.of(OPEN, ACCEPTED, IN_PROGRESS), null, system(), "", "overdue", null),
    HIDE(EnumSet.allOf(TopicState.class), null, staff(), "reason", "hidden", visible()),
    RESTORE(EnumSet.allOf(TopicState.class), null, staff(), "", "restored", hidden());

    private final Step<Topic, TopicState> step;

    TopicAction(
            Set<TopicState> from,
            @Nullable TopicState to,
            Who<Topic> who,
            String given,
            String event,
            @Nullable Condition<Topic> only) {
        step = new Step<>(from, to, who, given, event, only);
    }

    @Override
    public Step<Topic, TopicState> step() {
        return step;
    }

    @Override
    public boolean reveals(Topic topic) {
        return this == RESTORE && topic.readers() == Readers.PUBLIC;
    }

    static Problem refusal(ApiError error, Topic topic, Caller caller) {
        return Action.refusal(error, values(), topic, caller);
    }

    private static Who<Topic> author() {
        return new Who<>("the author", (caller, topic) -> caller.isPerson(topic.author()));
    }

    private static Condition<Topic> fresh() {
        return new Condition<>("within 14 days of the result", Topic::freshlyResolved, ApiError.WRONG_STATE);
    }

    private static Condition<Topic> alone() {
        return new Condition<>("nobody else has taken part", t -> !t.hasCompany(), ApiError.TOPIC_HAS_COMPANY);
    }

    private static Condition<Topic> visible() {
        return new Condition<>("not hidden", t -> t.visibility() != Visibility.HIDDEN, ApiError.WRONG_STATE);
    }

    private static Condition<Topic> hidden() {
        return new Condition<>("hidden", t -> t.visibility() == Visibility.HIDDEN, ApiError.WRONG_STATE);
    }
}
