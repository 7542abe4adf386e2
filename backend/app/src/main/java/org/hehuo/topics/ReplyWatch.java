package org.hehuo.topics;

import static org.hehuo.kernel.sql.Columns.uuid;
import static org.hehuo.kernel.sql.Columns.uuidOrNull;
import static org.hehuo.kernel.sql.Columns.word;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hehuo.kernel.life.Audit;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.outbox.Outbox;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Role;
import org.hehuo.kernel.time.Time;
import org.hehuo.moderation.Cause;
import org.hehuo.moderation.Hiding;
import org.hehuo.moderation.Moderated;
import org.hehuo.moderation.Reports;
import org.hehuo.moderation.WatchedWords;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Replies that are hidden, reported, or held because of their words. A reply has no life but its visibility. */
@ApplicationScoped
public class ReplyWatch implements Moderated {
    final Jdbi jdbi;
    final TopicStore store;
    final ReplyQueries queries;
    final WatchedWords words;
    final Reports reports;
    final Outbox outbox;
    final Audit audit;
    final Time time;

    ReplyWatch(
            Jdbi jdbi,
            TopicStore store,
            ReplyQueries queries,
            WatchedWords words,
            Reports reports,
            Outbox outbox,
            Audit audit,
            Time time) {
        this.jdbi = jdbi;
        this.store = store;
        this.queries = queries;
        this.words = words;
        this.reports = reports;
        this.outbox = outbox;
        this.audit = audit;
        this.time = time;
    }

    /**
     * @param untold nobody was told of it yet
     * @param hiddenBy who hid it; nobody where it is only held
     */
    record Reply(
            String topic,
            UUID author,
            String body,
            Visibility visibility,
            boolean held,
            boolean untold,
            @Nullable UUID hiddenBy) {

        boolean isHidden() {
            return visibility == Visibility.HIDDEN;
        }
    }

    /**
     * Holds what was just written if a watched word stands in it, and returns whether it did.
     *
     * @param fresh nobody was told of it yet
     */
    boolean hold(Topic topic, UUID id, String body, boolean fresh, Caller caller) {
        if (topic.readers() == Readers.MEMBERS || caller.isStaffOf(topic.areaCode())) return false;
        var found = words.in(body);
        if (found.isEmpty()) return false;
        jdbi.useHandle(h -> h.createUpdate(
                        "update reply set visibility = 'hidden', held = true, untold = :fresh where id = :id")
                .bind("fresh", fresh)
                .bind("id", id)
                .execute());
        reports.hold(new Post(ref(id), topic.id(), topic.areaCode(), caller.personId(), body), found);
        return true;
    }

    @Transactional
    public ReplyView hide(String topicId, UUID id, Hiding why, Caller caller) {
        var topic = decidable(topicId, caller);
        var reply = lock(id, topicId);
        if (reply.isHidden() && !reply.held) throw refusal(reply, topicId, id, caller);
        show(id, Visibility.HIDDEN, why.reason(), caller);
        reports.hidden(ref(id), topic.areaCode(), why, caller);
        audit.record("reply.hide", topic.ref(), ref(id), caller, null);
        outbox.emit("reply_hidden", ref(id), topic, caller, Map.of("person", reply.author));
        return queries.view(topicId, id, caller);
    }

    /** Nobody's own. What was held is told to those who follow only now. */
    @Transactional
    public ReplyView restore(String topicId, UUID id, @Nullable String reason, Caller caller) {
        var topic = decidable(topicId, caller);
        var reply = lock(id, topicId);
        if (!reply.isHidden() || caller.isPerson(reply.author)) throw refusal(reply, topicId, id, caller);
        show(id, Visibility.PUBLIC, null, caller);
        reports.shown(ref(id), topic.areaCode(), reason, caller);
        audit.record("reply.restore", topic.ref(), ref(id), caller, null);
        outbox.emit("reply_restored", ref(id), topic, caller, Map.of("person", reply.author));
        if (reply.untold) outbox.emit("replied", ref(id), topic, caller.as(reply.author), Map.of("official", false));
        return queries.view(topicId, id, caller);
    }

    private Topic decidable(String topicId, Caller caller) {
        var topic = store.find(topicId, caller);
        boolean may = caller.isStaffOf(topic.areaCode()) || caller.is(Role.ADMIN) || caller.isClock();
        if (!may) throw Problem.of(ApiError.FORBIDDEN);
        return topic;
    }

    private Problem refusal(Reply reply, String topic, UUID id, Caller caller) {
        var allowed = queries.view(topic, id, caller).allowedActions();
        return Problem.about(ApiError.WRONG_STATE, ReplyService.KIND, reply.visibility, allowed);
    }

    private void show(UUID id, Visibility wanted, @Nullable String reason, Caller caller) {
        jdbi.useHandle(h -> h.createUpdate("""
                update reply set visibility = :visibility, held = false, untold = false, hidden_reason = :reason, hidden_by = :by,
                    shown_at = case when untold and :visibility = 'public' then :now else shown_at end,
                    appealed = false, version = version + 1
                where id = :id
                """)
                .bind("visibility", wanted)
                .bind("reason", reason)
                .bind("by", wanted == Visibility.HIDDEN ? caller.id() : null)
                .bind("now", time.instant())
                .bind("id", id)
                .execute());
    }

    private Reply lock(UUID id, String topic) {
        return load(id, topic, " for update");
    }

    Reply lock(UUID id) {
        return load(id, null, " for update");
    }

    private Reply load(UUID id, @Nullable String topic, String locking) {
        return jdbi.withHandle(h -> h.createQuery("""
                select topic_id, author_id, body, visibility, held, untold, hidden_by from reply
                where id = :id and coalesce(:topic, topic_id) in (topic_id, home_id)
                """ + locking)
                .bind("id", id)
                .bind("topic", topic)
                .map((rs, ctx) -> new Reply(
                        rs.getString("topic_id"),
                        uuid(rs, "author_id"),
                        rs.getString("body"),
                        word(rs, "visibility", Visibility.class),
                        rs.getBoolean("held"),
                        rs.getBoolean("untold"),
                        uuidOrNull(rs, "hidden_by")))
                .findOne()
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ReplyService.KIND);
    }

    @Override
    public Post find(Ref thing, Caller caller) {
        UUID id = id(thing);
        var reply = load(id, null, " for key share");
        var topic = store.find(reply.topic, caller);
        if (reply.isHidden() || !topic.isPublic()) throw refusal(reply, reply.topic, id, caller);
        return new Post(thing, topic.id(), topic.areaCode(), reply.author, reply.body);
    }

    @Override
    public void hide(Ref thing, String reason, @Nullable Cause cause, Caller caller) {
        UUID id = id(thing);
        hide(lock(id).topic, id, new Hiding(reason, cause), caller);
    }

    @Override
    public boolean release(Ref thing, Caller caller, String reason) {
        UUID id = id(thing);
        var reply = lock(id);
        if (reply.held) restore(reply.topic, id, reason, caller);
        return reply.held;
    }

    private static UUID id(Ref thing) {
        try {
            return UUID.fromString(thing.id());
        } catch (IllegalArgumentException e) {
            throw Problem.of(ApiError.NOT_FOUND);
        }
    }

    static Ref ref(UUID id) {
        return new Ref(ReplyService.KIND, id.toString());
    }
}
