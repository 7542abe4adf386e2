package org.hehuo.topics;

import static org.hehuo.topics.TopicAction.SUPERVISE;
import static org.hehuo.topics.TopicAction.URGE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.hehuo.kernel.life.Lifecycle;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.WorkCalendars;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What residents and higher offices do about a broken promise. */
@ApplicationScoped
public class TopicPressure {
    final Jdbi jdbi;
    final TopicStore store;
    final TopicQueries queries;
    final TopicPromises promises;
    final Lifecycle lifecycle;
    final WorkCalendars calendars;
    final Time time;

    TopicPressure(
            Jdbi jdbi,
            TopicStore store,
            TopicQueries queries,
            TopicPromises promises,
            Lifecycle lifecycle,
            WorkCalendars calendars,
            Time time) {
        this.jdbi = jdbi;
        this.store = store;
        this.queries = queries;
        this.promises = promises;
        this.lifecycle = lifecycle;
        this.calendars = calendars;
        this.time = time;
    }

    /**
     * Anybody's reminder, once a day for all.
     *
     * @throws Problem {@code topic.not_overdue}, {@code topic.urged_today}
     */
    @Transactional
    public TopicView urge(String id, @Nullable String text, Caller caller) {
        var topic = store.lock(id, caller);
        URGE.check(topic, caller);
        topic.holdBack(text, "text");
        lifecycle.apply(topic, URGE, caller, text);
        int first = jdbi.withHandle(h -> h.createUpdate("""
                insert into topic_urge (topic_id, day, person_id) values (:topic, :day, :me)
                on conflict on constraint topic_urged_once_a_day do nothing
                """)
                .bind("topic", id)
                .bind("day", calendars.dayOf(time.instant()))
                .bind("me", caller.personId())
                .execute());
        if (first == 0) throw TopicAction.refusal(ApiError.TOPIC_URGED_TODAY, topic, caller);
        return queries.view(id, caller);
    }

    /** A higher office's order: a new date, which everybody sees. */
    @Transactional
    public TopicView supervise(String id, TopicInput.Order order, Caller caller) {
        var topic = store.lock(id, caller);
        lifecycle.apply(topic, SUPERVISE, caller, order.text(), Map.of());
        store.owe(id, promises.second(order.dueDate()));
        jdbi.useHandle(h -> h.createUpdate("update topic set supervised_at = :now where id = :id")
                .bind("now", time.instant())
                .bind("id", id)
                .execute());
        return queries.view(id, caller);
    }
}
