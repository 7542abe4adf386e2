package org.hehuo.topics;

import static org.hehuo.kernel.life.Who.district;
import static org.hehuo.kernel.life.Who.staff;
import static org.hehuo.kernel.life.Who.system;
import static org.hehuo.kernel.security.Role.ADMIN;
import static org.hehuo.topics.TopicState.ACCEPTED;
import static org.hehuo.topics.TopicState.CLOSED;
import static org.hehuo.topics.TopicState.DECLINED;
import static org.hehuo.topics.TopicState.IN_PROGRESS;
import static org.hehuo.topics.TopicState.MERGED;
import static org.hehuo.topics.TopicState.OPEN;
import static org.hehuo.topics.TopicState.RESOLVED;
import static org.hehuo.topics.TopicState.WAITING_RESIDENT;
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
    ASK(EnumSet.of(OPEN, ACCEPTED, IN_PROGRESS), WAITING_RESIDENT, staff(), "question", "asked", null),
    ANSWER(Step.back(WAITING_RESIDENT, author(), "text", "answered")),
    RESUME(Step.back(WAITING_RESIDENT, Who.<Topic>staff().or(system()), "text (optional)", "resumed")),
    TRANSFER(
            EnumSet.of(OPEN, ACCEPTED),
            OPEN,
            Who.<Topic>staff().or(district()),
            "area, reason",
            "transferred",
            undecided()),
    SEND_BACK(Set.of(OPEN), null, staff(), "reason", "sent_back", passedOn()),
    MERGE(EnumSet.of(OPEN, ACCEPTED), MERGED, staff(), "another topic", "merged", null),
    UNMERGE(Step.back(MERGED, staff(), "", "unmerged")),
    URGE(EnumSet.of(OPEN, ACCEPTED, IN_PROGRESS), null, anybody(), "text (optional)", "urged", overdue()),
    SUPERVISE(EnumSet.of(OPEN, ACCEPTED, IN_PROGRESS), null, above(), "due date, text", "supervised", null),
    ESCALATE(EnumSet.of(OPEN, ACCEPTED, IN_PROGRESS), null, system(), "", "escalated", null),
    OVERDUE(EnumSet.of(OPEN, ACCEPTED, IN_PROGRESS), null, system(), "", "overdue", null),
    APPEAL(EnumSet.allOf(TopicState.class), null, author(), "text", "", first()),
    OVERRULE(Set.of(DECLINED), OPEN, system(), "", "overruled", null),
    HIDE(
            EnumSet.allOf(TopicState.class),
            null,
            Who.<Topic>staff().or(district()),
            "reason, cause (optional)",
            "hidden",
            visible()),
    RESTORE(
            EnumSet.allOf(TopicState.class),
            null,
            Who.<Topic>staff().or(district()).or(system()),
            "",
            "restored",
            hidden());

    /** As often as a topic is passed on by its areas; then the district decides, for good. */
    static final int MOST_TRANSFERS = 2;

    private final Step<Topic, TopicState> step;

    TopicAction(Step<Topic, TopicState> step) {
        this.step = step;
    }

    TopicAction(
            Set<TopicState> from,
            @Nullable TopicState to,
            Who<Topic> who,
            String given,
            String event,
            @Nullable Condition<Topic> only) {
        this(new Step<>(from, to, who, given, event, only));
    }

    @Override
    public Step<Topic, TopicState> step() {
        return step;
    }

    /** A reminder may be angry; why something was hidden, or shown again, may say what was to be hidden. */
    @Override
    public boolean isSaidAside() {
        return this == URGE || this == HIDE || this == RESTORE;
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

    private static Who<Topic> anybody() {
        return new Who<>("anybody signed in", (caller, topic) -> caller.isSignedIn() && !caller.isProgram());
    }

    /** The offices above a community: a resident's concern is theirs too when nobody answers. */
    private static Who<Topic> above() {
        return new Who<>(
                "the subdistrict, or the district",
                (caller, topic) -> caller.is(ADMIN) || caller.isAbove(topic.areaCode()));
    }

    private static Condition<Topic> overdue() {
        return new Condition<>("a promise is broken", Topic::overdue, ApiError.TOPIC_NOT_OVERDUE);
    }

    private static Condition<Topic> undecided() {
        return new Condition<>(
                "the district has not decided where it belongs",
                (topic, caller) -> topic.transfers() <= MOST_TRANSFERS || caller.is(ADMIN),
                ApiError.TOPIC_DISTRICT_DECIDED);
    }

    private static Condition<Topic> passedOn() {
        return new Condition<>("another area passed it on", topic -> topic.cameFrom() != null, ApiError.WRONG_STATE);
    }

    private static Condition<Topic> first() {
        return new Condition<>(
                "declined or hidden, and not appealed against yet",
                topic -> topic.mayAppeal() != null,
                ApiError.WRONG_STATE);
    }

    private static Condition<Topic> fresh() {
        return new Condition<>("within 14 days of the result", Topic::freshlyResolved, ApiError.WRONG_STATE);
    }

    private static Condition<Topic> alone() {
        return new Condition<>("nobody else has taken part", t -> !t.hasCompany(), ApiError.TOPIC_HAS_COMPANY);
    }

    private static Condition<Topic> visible() {
        return new Condition<>(
                "not hidden, or only held", t -> t.visibility() != Visibility.HIDDEN || t.held(), ApiError.WRONG_STATE);
    }

    private static Condition<Topic> hidden() {
        return new Condition<>(
                "hidden, and not the caller's own",
                (t, caller) -> t.visibility() == Visibility.HIDDEN && !caller.isPerson(t.author()),
                ApiError.WRONG_STATE);
    }
}
