package org.hehuo.topics;

import static org.hehuo.kernel.sql.Columns.uuid;
import static org.hehuo.kernel.sql.Columns.word;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hehuo.kernel.http.IfMatch;
import org.hehuo.kernel.http.MergePatch;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.outbox.Outbox;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.hehuo.media.Photos;
import org.hehuo.moderation.Newcomers;
import org.hehuo.notifications.Follows;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Posts in a topic's thread. */
@ApplicationScoped
public class ReplyService {
    static final String KIND = "reply";

    final Jdbi jdbi;
    final TopicStore store;
    final ReplyQueries queries;
    final TopicPromises promises;
    final MergePatch patches;
    final Photos photos;
    final Outbox outbox;
    final Follows follows;
    final Newcomers newcomers;
    final ReplyWatch watch;
    final Time time;

    ReplyService(
            Jdbi jdbi,
            TopicStore store,
            ReplyQueries queries,
            TopicPromises promises,
            MergePatch patches,
            Photos photos,
            Outbox outbox,
            Follows follows,
            Newcomers newcomers,
            ReplyWatch watch,
            Time time) {
        this.jdbi = jdbi;
        this.store = store;
        this.queries = queries;
        this.promises = promises;
        this.patches = patches;
        this.photos = photos;
        this.outbox = outbox;
        this.follows = follows;
        this.newcomers = newcomers;
        this.watch = watch;
        this.time = time;
    }

    /** Anybody signed in may reply; an official reply keeps the first promise and makes the second. */
    @Transactional
    public ReplyView create(String topicId, NewReply reply, Caller caller) {
        boolean official = Boolean.TRUE.equals(reply.official());
        // Only an official one changes the topic's own row.
        var topic = official ? store.lock(topicId, caller) : store.share(topicId, caller);
        if (topic.state() == TopicState.MERGED) throw TopicAction.refusal(ApiError.WRONG_STATE, topic, caller);
        if (official && !caller.isStaffOf(topic.areaCode())) throw Problem.of(ApiError.FORBIDDEN);
        topic.holdBack(reply.body(), "body");
        newcomers.admit(caller);
        UUID parent = reply.parentId() == null ? null : firstLevel(topicId, reply.parentId());
        if (reply.quoteId() != null) requireSaid(topicId, reply.quoteId());
        if (official && keepsThePromise(topic)) store.owe(topicId, promises.second(topic, null));
        UUID id = insert(topic, parent, reply, official, caller);
        var ref = new Ref(KIND, id.toString());
        photos.hang(ref, Photos.Place.SHOWN, reply.photoIds(), "photoIds", List.of(), caller);
        jdbi.useHandle(h -> h.createUpdate("insert into topic_delta (topic_id, supports, replies) values (:id, 0, 1)")
                .bind("id", topicId)
                .execute());
        follows.follow(caller.personId(), topic.ref());
        if (!watch.hold(topic, id, reply.body(), true, caller)) {
            outbox.emit("replied", ref, topic, caller, Map.of("official", official));
        }
        return queries.view(topicId, id, caller);
    }

    /** The first answer of those who owe it now, in time: a broken promise is mended by accepting the topic alone. */
    private boolean keepsThePromise(Topic topic) {
        if (topic.state() != TopicState.OPEN || topic.overdue()) return false;
        return jdbi.withHandle(h -> h.createQuery("""
                select not exists (select from reply where topic_id = :topic and home_id = :topic and official
                    and created_at > coalesce((select max(at) from timeline where page_id = :topic and subject_id = :topic
                        and action in ('transfer', 'send-back', 'overrule')), '-infinity'))
                """)
                .bind("topic", topic.id())
                .mapTo(Boolean.class)
                .one());
    }

    /** An answer to an answer joins the reply at the first level. */
    private UUID firstLevel(String topic, UUID wished) {
        return jdbi.withHandle(
                h -> h.createQuery("select id, parent_id from reply where id = :id and topic_id = :topic")
                        .bind("id", wished)
                        .bind("topic", topic)
                        .map((rs, ctx) -> rs.getString("parent_id") == null ? uuid(rs, "id") : uuid(rs, "parent_id"))
                        .findOne()
                        .orElseThrow(() -> Problem.invalid("parentId", "not_found")));
    }

    private void requireSaid(String topic, UUID quoted) {
        boolean said = jdbi.withHandle(h -> h.createQuery("""
                select exists (select from reply where id = :id and topic_id = :topic and visibility = 'public')
                """)
                .bind("id", quoted)
                .bind("topic", topic)
                .mapTo(Boolean.class)
                .one());
        if (!said) throw Problem.invalid("quoteId", "not_found");
    }

    private UUID insert(Topic topic, @Nullable UUID parent, NewReply reply, boolean official, Caller caller) {
        return jdbi.withHandle(h -> h.createQuery("""
                insert into reply (id, topic_id, home_id, parent_id, place, quote_id, author_id, anonymous, official, body,
                    created_at)
                select fresh.id, t.id, coalesce((select home_id from reply p where p.id = cast(:parent as uuid)), t.id),
                    cast(:parent as uuid), concat(cast(:parent as uuid)::text || '/', fresh.id::text),
                    cast(:quote as uuid), :author, :anonymous, :official, :body, :now
                from (select uuidv7() as id) as fresh, topic t where t.id = :topic
                returning id
                """)
                .bind("topic", topic.id())
                .bind("parent", parent)
                .bind("quote", reply.quoteId())
                .bind("author", caller.personId())
                .bind("anonymous", topic.hides(caller.personId()))
                .bind("official", official)
                .bind("body", reply.body())
                .bind("now", time.instant())
                .mapTo(UUID.class)
                .one());
    }

    private record Current(UUID author, ReplyChange text, Visibility visibility, boolean young, long version) {}

    /** The author's own, for 15 minutes, unless it was hidden: nobody edits a hidden text back into the open. */
    @Transactional
    ReplyView edit(String topicId, UUID id, @Nullable String ifMatch, JsonNode patch, Caller caller) {
        var topic = store.find(topicId, caller);
        var now = lock(topicId, id);
        if (!caller.isPerson(now.author)) throw Problem.of(ApiError.FORBIDDEN);
        if (now.visibility == Visibility.HIDDEN || !now.young) {
            throw refusal(ApiError.EDIT_TOO_LATE, now, topicId, id, caller);
        }
        IfMatch.check(ifMatch, now.version);
        var change = patches.apply(now.text, patch, ReplyChange.class);
        topic.holdBack(change.body(), "body");
        jdbi.useHandle(h -> h.createUpdate("""
                update reply set body = :body, edited_at = :now, version = version + 1 where id = :id
                """)
                .bind("body", change.body())
                .bind("now", time.instant())
                .bind("id", id)
                .execute());
        watch.hold(topic, id, change.body(), false, caller);
        return queries.view(topicId, id, caller);
    }

    private Problem refusal(ApiError error, Current now, String topic, UUID id, Caller caller) {
        var allowed = queries.view(topic, id, caller).allowedActions();
        return Problem.about(error, KIND, now.visibility, allowed);
    }

    private Current lock(String topic, UUID id) {
        return jdbi.withHandle(h -> h.createQuery("""
                select author_id, body, visibility, version, created_at > :since as young from reply
                where id = :id and :topic in (topic_id, home_id) for update
                """)
                .bind("id", id)
                .bind("topic", topic)
                .bind("since", time.instant().minus(ReplyQueries.EDITABLE))
                .map((rs, ctx) -> new Current(
                        uuid(rs, "author_id"),
                        new ReplyChange(rs.getString("body")),
                        word(rs, "visibility", Visibility.class),
                        rs.getBoolean("young"),
                        rs.getLong("version")))
                .findOne()
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
    }
}
