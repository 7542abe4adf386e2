package org.hehuo.topics;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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
                update topic set due_at = :due, overdue_told = false, escalated_to = null, escalates_at = null where id = :id
                """).bind("due", due).bind("id", id).execute());
    }

    /** Remembers where it was and how much of its time was left, before it goes. */
    void setAside(Topic topic) {
        jdbi.useHandle(h -> h.createUpdate("update topic set set_aside = state, days_left = :left where id = :id")
                .bind("left", promises.daysLeft(topic))
                .bind("id", topic.id())
                .execute());
    }

    /** Who decided its end: an appeal goes to somebody else. */
    void decided(String id, Caller caller) {
        jdbi.useHandle(h -> h.createUpdate("update topic set decided_by = :me, appealed = false where id = :id")
                .bind("me", caller.id())
                .bind("id", id)
                .execute());
    }
}
