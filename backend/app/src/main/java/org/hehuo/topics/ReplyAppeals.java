package org.hehuo.topics;

import static org.hehuo.kernel.sql.Columns.uuid;
import static org.hehuo.kernel.sql.Columns.word;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.moderation.Appealable;
import org.hehuo.moderation.Appeals;
import org.hehuo.moderation.Decision;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The author of a hidden reply does not accept it. */
@ApplicationScoped
public class ReplyAppeals implements Appealable {
    final Jdbi jdbi;
    final TopicStore store;
    final ReplyService replies;
    final ReplyQueries queries;
    final Appeals appeals;

    ReplyAppeals(Jdbi jdbi, TopicStore store, ReplyService replies, ReplyQueries queries, Appeals appeals) {
        this.jdbi = jdbi;
        this.store = store;
        this.replies = replies;
        this.queries = queries;
        this.appeals = appeals;
    }

    private record Hidden(
            String topic,
            UUID author,
            Visibility visibility,
            @Nullable UUID by) {}

    /** Once against a decision. */
    @Transactional
    ReplyView appeal(String topicId, UUID id, String text, Caller caller) {
        var topic = store.find(topicId, caller);
        var reply = lock(id);
        var seen = queries.view(topicId, id, caller);
        if (!caller.isPerson(reply.author)) throw Problem.of(ApiError.FORBIDDEN);
        if (reply.by == null || !seen.allowedActions().contains("appeal")) {
            throw Problem.about(ApiError.WRONG_STATE, ReplyService.KIND, reply.visibility, seen.allowedActions());
        }
        appeals.submit(ref(id), topic.ref(), topic.areaCode(), Decision.HIDE, reply.by, text, caller);
        jdbi.useHandle(h -> h.createUpdate("update reply set appealed = true, version = version + 1 where id = :id")
                .bind("id", id)
                .execute());
        return queries.view(topicId, id, caller);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ReplyService.KIND);
    }

    @Override
    public void takeBack(Ref thing, Decision decision) {
        UUID id = UUID.fromString(thing.id());
        var reply = lock(id);
        if (reply.visibility == Visibility.HIDDEN) replies.restore(reply.topic, id, Caller.CLOCK);
    }

    private Hidden lock(UUID id) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select topic_id, author_id, visibility, hidden_by from reply where id = :id for update")
                .bind("id", id)
                .map((rs, ctx) -> new Hidden(
                        rs.getString("topic_id"),
                        uuid(rs, "author_id"),
                        word(rs, "visibility", Visibility.class),
                        rs.getObject("hidden_by", UUID.class)))
                .findOne()
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
    }

    private static Ref ref(UUID id) {
        return new Ref(ReplyService.KIND, id.toString());
    }
}
