package org.hehuo.topics;

import static org.hehuo.topics.TopicAction.ACCEPT;
import static org.hehuo.topics.TopicAction.ASSIGN;
import static org.hehuo.topics.TopicAction.AUTO_CONFIRM;
import static org.hehuo.topics.TopicAction.HIDE;
import static org.hehuo.topics.TopicAction.REOPEN;
import static org.hehuo.topics.TopicAction.RESOLVE;
import static org.hehuo.topics.TopicAction.RESTORE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.hehuo.kernel.life.Lifecycle;
import org.hehuo.kernel.outbox.Outbox;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.sql.Columns;
import org.hehuo.kernel.time.Time;
import org.hehuo.moderation.Hiding;
import org.hehuo.moderation.Reports;
import org.hehuo.people.People;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The steps of a topic's life, one use case a method. */
@ApplicationScoped
public class TopicSteps {
    final Jdbi jdbi;
    final TopicStore store;
    final TopicQueries queries;
    final TopicPromises promises;
    final StepWords words;
    final Lifecycle lifecycle;
    final People people;
    final Reports reports;
    final Outbox outbox;
    final Time time;

    TopicSteps(
            Jdbi jdbi,
            TopicStore store,
            TopicQueries queries,
            TopicPromises promises,
            StepWords words,
            Lifecycle lifecycle,
            People people,
            Reports reports,
            Outbox outbox,
            Time time) {
        this.jdbi = jdbi;
        this.store = store;
        this.queries = queries;
        this.promises = promises;
        this.words = words;
        this.lifecycle = lifecycle;
        this.people = people;
        this.reports = reports;
        this.outbox = outbox;
        this.time = time;
    }

    /** Staff take it up: the answer has a name and the second promise a date. */
    @Transactional
    public TopicView accept(String id, TopicInput.Acceptance input, Caller caller) {
        var topic = store.lock(id, caller);
        lifecycle.apply(topic, ACCEPT, caller, input.text());
        store.owe(id, promises.second(topic, input.dueDate()));
        jdbi.useHandle(
                h -> h.createUpdate("update topic set assignee_id = coalesce(assignee_id, :person) where id = :id")
                        .bind("person", caller.id())
                        .bind("id", id)
                        .execute());
        return queries.view(id, caller);
    }

    @Transactional
    public TopicView resolve(String id, TopicInput.Resolution input, Caller caller) {
        var topic = store.lock(id, caller);
        lifecycle.apply(
                topic,
                RESOLVE,
                caller,
                input.text(),
                topic.eventData(Map.of("outcome", Columns.word(input.outcome()))));
        settle(id, input.outcome());
        return queries.view(id, caller);
    }

    /** The result is in: nothing is promised any more, and the author has 14 days. */
    void settle(String id, TopicOutcome outcome) {
        jdbi.useHandle(h -> h.createUpdate("""
                update topic set outcome = :outcome, resolved_at = :now where id = :id
                """)
                .bind("outcome", outcome)
                .bind("now", time.instant())
                .bind("id", id)
                .execute());
        store.owe(id, null);
    }

    /** The author is not content: the topic is accepted once more, with a new promise. */
    @Transactional
    public TopicView reopen(String id, TopicInput.Said input, Caller caller) {
        var topic = store.lock(id, caller);
        REOPEN.check(topic, caller);
        words.check(topic, input.text(), "text");
        // The row must have its date before it is in a state that needs one.
        store.owe(id, promises.second(null));
        lifecycle.apply(topic, REOPEN, caller, input.text());
        jdbi.useHandle(h -> h.createUpdate("update topic set outcome = null, resolved_at = null where id = :id")
                .bind("id", id)
                .execute());
        return queries.view(id, caller);
    }

    /** Who said nothing for 14 days is content. Does nothing if the author was quicker. */
    @Transactional
    public void autoConfirm(String id) {
        var topic = store.lock(id, Caller.CLOCK);
        if (AUTO_CONFIRM.allows(topic, Caller.CLOCK)) lifecycle.apply(topic, AUTO_CONFIRM, Caller.CLOCK, null);
    }

    @Transactional
    TopicView assign(String id, TopicInput.Assignment input, Caller caller) {
        var topic = store.lock(id, caller);
        ASSIGN.check(topic, caller);
        people.requireStaffOf(input.personId(), topic.areaCode(), "personId");
        lifecycle.apply(topic, ASSIGN, caller, null, Map.of("person", input.personId()));
        jdbi.useHandle(h -> h.createUpdate("update topic set assignee_id = :person where id = :id")
                .bind("person", input.personId())
                .bind("id", id)
                .execute());
        return queries.view(id, caller);
    }

    @Transactional
    public TopicView hide(String id, Hiding why, Caller caller) {
        var topic = store.lock(id, caller);
        lifecycle.apply(topic, HIDE, caller, why.reason(), Map.of("person", topic.author()));
        show(id, Visibility.HIDDEN, why.reason());
        reports.hidden(topic.ref(), topic.areaCode(), why, caller);
        jdbi.useHandle(h -> h.createUpdate("update topic set hidden_by = :me, hide_appealed = false where id = :id")
                .bind("me", caller.id())
                .bind("id", id)
                .execute());
        return queries.view(id, caller);
    }

    @Transactional
    TopicView restore(String id, @Nullable String reason, Caller caller) {
        var topic = store.lock(id, caller);
        lifecycle.apply(topic, RESTORE, caller, reason, Map.of("person", topic.author()));
        show(id, Visibility.valueOf(topic.readers().name()), null);
        reports.shown(topic.ref(), topic.areaCode(), reason, caller);
        if (topic.untold() && topic.isOnADesk()) {
            outbox.emit("released", topic, true, caller.as(topic.author()), topic.eventData(Map.of()));
        }
        return queries.view(id, caller);
    }

    private void show(String id, Visibility visibility, @Nullable String reason) {
        jdbi.useHandle(h -> h.createUpdate(
                        "update topic set visibility = :v, hidden_reason = :reason, held = false, untold = false where id = :id")
                .bind("v", visibility)
                .bind("reason", reason)
                .bind("id", id)
                .execute());
    }

    private void declined(String id, Caller caller) {
        jdbi.useHandle(
                h -> h.createUpdate("update topic set declined_by = :me, decline_appealed = false where id = :id")
                        .bind("me", caller.id())
                        .bind("id", id)
                        .execute());
    }

    /** Steps that need nothing but words: decline, start, confirm, withdraw. */
    @Transactional
    public TopicView act(String id, TopicAction action, @Nullable String text, Caller caller) {
        var topic = store.lock(id, caller);
        action.check(topic, caller);
        if (action == TopicAction.CONFIRM || action == TopicAction.WITHDRAW) {
            words.check(topic, text, action == TopicAction.WITHDRAW ? "reason" : "text");
        }
        switch (action) {
            case DECLINE, WITHDRAW -> {
                lifecycle.apply(topic, action, caller, text);
                store.owe(id, null);
                if (action == TopicAction.DECLINE) declined(id, caller);
            }
            case START, CONFIRM -> lifecycle.apply(topic, action, caller, text);
            default -> throw Problem.of(ApiError.FORBIDDEN);
        }
        return queries.view(id, caller);
    }
}
