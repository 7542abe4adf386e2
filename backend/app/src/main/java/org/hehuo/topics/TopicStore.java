package org.hehuo.topics;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Loads topics for their rules. */
@ApplicationScoped
class TopicStore {
    /** No days were left: the promise was broken. */
    private static final int BROKEN = -1;

    final Jdbi jdbi;
    final TopicLinks links;
    final TopicPromises promises;
    final Time time;

    TopicStore(Jdbi jdbi, TopicLinks links, TopicPromises promises, Time time) {
        this.jdbi = jdbi;
        this.links = links;
        this.promises = promises;
        this.time = time;
    }

    /** Holds the row until the transaction ends. What the caller may not see is not there. */
    Topic lock(String id, Caller caller) {
        return load(id, caller, " for update of t");
    }

    /** Holds it against being merged or separated until the transaction ends, together with others who do the same. */
    Topic share(String id, Caller caller) {
        return load(id, caller, " for key share of t");
    }

    Topic find(String id, Caller caller) {
        return load(id, caller, "");
    }

    boolean shows(Topic topic, Caller caller) {
        return topic.isVisibleTo(caller) || (topic.isForItsReaders() && isCarriedBy(topic.id(), caller));
    }

    boolean isCarriedBy(String id, Caller caller) {
        return carriedBy(caller).contains(id);
    }

    /** The topics for few readers that the caller reads because partners of theirs carry what grew from them. */
    Set<String> carriedBy(Caller caller) {
        if (caller.partners().isEmpty()) return Set.of();
        var carried = links.carriedBy(caller.partners());
        if (carried.isEmpty()) return Set.of();
        return jdbi.withHandle(
                h -> h.createQuery("select id from topic where id = any(:ids) and visibility = 'members'")
                        .bind("ids", carried.toArray(String[]::new))
                        .mapTo(String.class)
                        .collect(Collectors.toSet()));
    }

    private Topic load(String id, Caller caller, String locking) {
        return jdbi.withHandle(
                h -> h.createQuery("select " + Topic.COLUMNS + " from topic t where t.id = :id" + locking)
                        .bind("id", id)
                        .bind("now", time.instant())
                        .map((rs, ctx) -> Topic.read(rs))
                        .findOne()
                        .filter(topic -> shows(topic, caller))
                        .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
    }

    /** By when the next word is promised; nothing more at an end. */
    void owe(String id, @Nullable Instant due) {
        jdbi.useHandle(h -> h.createUpdate("""
                update topic set due_at = :due, overdue_told = false, escalated_to = null, escalates_at = null,
                    supervised_at = case when cast(:due as timestamptz) is null then null else supervised_at end
                where id = :id
                """).bind("due", due).bind("id", id).execute());
    }

    /**
     * Remembers where it was and how much of its time was left, before it goes; what was broken stays so.
     *
     * @param due by when somebody else has to do something about it
     */
    void setAside(Topic topic, @Nullable Instant due) {
        jdbi.useHandle(h -> h.createUpdate("""
                update topic set set_aside = state, days_left = :left, due_then = due_at, raised_in = :raisedIn,
                    due_at = coalesce(:due, due_at), escalates_at = null
                where id = :id
                """)
                .bind("left", topic.overdue() ? BROKEN : promises.daysLeft(topic))
                .bind("raisedIn", topic.overdue() ? promises.daysUntilRaised(topic) : null)
                .bind("due", due)
                .bind("id", topic.id())
                .execute());
    }

    /** The clock stood still meanwhile. */
    void comeBack(Topic topic) {
        if (topic.daysLeft() != BROKEN) owe(topic.id(), promises.goesOn(topic));
        else
            jdbi.useHandle(
                    h -> h.createUpdate("update topic set due_at = due_then, escalates_at = :raised where id = :id")
                            .bind("raised", promises.raisedLater(topic))
                            .bind("id", topic.id())
                            .execute());
    }

    /** The topic, what it was merged into, what that was merged into … */
    List<String> above(String id) {
        return jdbi.withHandle(
                h -> h.createQuery("""
                with recursive up as (
                    select id, merged_into, 0 as step from topic where id = :id
                    union all
                    select t.id, t.merged_into, step + 1 from topic t join up on t.id = up.merged_into)
                select id from up order by step
                """).bind("id", id).mapTo(String.class).list());
    }
}
