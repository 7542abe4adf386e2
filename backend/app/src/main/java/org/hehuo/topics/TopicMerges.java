package org.hehuo.topics;

import static org.hehuo.topics.TopicAction.MERGE;
import static org.hehuo.topics.TopicAction.UNMERGE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hehuo.kernel.life.Lifecycle;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.life.Timeline;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.notifications.Follows;
import org.jdbi.v3.core.Jdbi;

/**
 * Two topics that say the same become one. What was said and who stands behind it keeps its home and is shown with the other
 * from then on; separated again, each has what was its own.
 */
@ApplicationScoped
public class TopicMerges {
    /** All that was merged into a topic, however indirectly, and itself. */
    private static final String FAMILY = """
            with recursive family as (
                select id from topic where id = :root
                union
                select t.id from topic t join family f on t.merged_into = f.id)
            """;

    private static final String SHOW_REPLIES =
            FAMILY + "update reply set topic_id = :to where home_id in (select id from family)";
    private static final String SHOW_SUPPORTS =
            FAMILY + "update topic_support set topic_id = :to where home_id in (select id from family)";

    final Jdbi jdbi;
    final TopicStore store;
    final TopicQueries queries;
    final Lifecycle lifecycle;
    final Timeline timeline;
    final Follows follows;

    TopicMerges(
            Jdbi jdbi,
            TopicStore store,
            TopicQueries queries,
            Lifecycle lifecycle,
            Timeline timeline,
            Follows follows) {
        this.jdbi = jdbi;
        this.store = store;
        this.queries = queries;
        this.lifecycle = lifecycle;
        this.timeline = timeline;
        this.follows = follows;
    }

    /**
     * Both are the caller's to answer, neither is at its end.
     *
     * @throws Problem {@code invalid} naming {@code intoId} for a topic that is not there, not the caller's, or cannot be
     *     merged into
     */
    @Transactional
    public TopicView merge(String id, String intoId, Caller caller) {
        if (id.equals(intoId)) throw Problem.invalid("intoId", "repeated");
        hold(List.of(id, intoId));
        var topic = store.lock(id, caller);
        MERGE.check(topic, caller);
        var into = target(intoId, caller);
        // What few read is not shown to the readers of another; what is hidden stays so.
        if (!topic.isPublic() || !into.isPublic()) throw Problem.invalid("intoId", "other_readers");
        store.setAside(topic, null);
        jdbi.useHandle(h -> h.createUpdate("update topic set merged_into = :into where id = :id")
                .bind("into", intoId)
                .bind("id", id)
                .execute());
        lifecycle.apply(topic, MERGE, caller, intoId, Map.of("into", intoId));
        jdbi.useHandle(h -> h.createUpdate("update topic set due_at = null where id = :id")
                .bind("id", id)
                .execute());
        timeline.record(into, "take-in", into.state(), into.state(), caller, id);
        show(id, intoId);
        follows.followAlso(id, into.ref());
        return queries.view(id, caller);
    }

    private Topic target(String id, Caller caller) {
        try {
            var into = store.lock(id, caller);
            if (into.isOnADesk() && caller.isStaffOf(into.areaCode())) return into;
        } catch (Problem problem) {
            if (problem.error() != ApiError.NOT_FOUND) throw problem;
        }
        throw Problem.invalid("intoId", "not_found");
    }

    /** Restores both: each has its own thread and its own supporters, and this one its clock. */
    @Transactional
    public TopicView unmerge(String id, Caller caller) {
        var above = store.above(id);
        hold(above);
        var topic = store.lock(id, caller);
        UNMERGE.check(topic, caller);
        if (!above.equals(store.above(id))) throw Problem.of(ApiError.CONFLICT);
        var into = store.find(Objects.requireNonNull(topic.mergedInto()), Caller.CLOCK);
        store.comeBack(topic);
        lifecycle.apply(topic, UNMERGE, caller, null);
        timeline.record(into, "let-go", into.state(), into.state(), caller, id);
        jdbi.useHandle(h -> h.createUpdate("update topic set merged_into = null where id = :id")
                .bind("id", id)
                .execute());
        show(id, id);
        above.forEach(this::count);
        followAnew(above);
        return queries.view(id, caller);
    }

    /** Whoever followed what was merged for the sake of this topic alone does so no more, all the way up. */
    private void followAnew(List<String> above) {
        for (int i = 1; i < above.size(); i++) {
            var one = new Ref(Topic.KIND, above.get(i));
            follows.followNoMore(above.get(i - 1), one);
            jdbi.withHandle(h -> h.createQuery("select id from topic where merged_into = :id")
                            .bind("id", one.id())
                            .mapTo(String.class)
                            .list())
                    .forEach(child -> follows.followAlso(child, one));
        }
    }

    /** In the order of their ids, so that two who merge crosswise wait for each other and do not block. */
    private void hold(List<String> ids) {
        jdbi.useHandle(h -> h.createQuery("select id from topic where id = any(:ids) order by id for update")
                .bind("ids", ids.toArray(String[]::new))
                .mapTo(String.class)
                .list());
    }

    /** All that has its home in the topic, or in what was merged into it, is shown there from now on. */
    private void show(String id, String where) {
        jdbi.useHandle(h -> {
            h.createUpdate(SHOW_REPLIES).bind("root", id).bind("to", where).execute();
            h.createUpdate(SHOW_SUPPORTS).bind("root", id).bind("to", where).execute();
        });
        count(id);
        if (!where.equals(id)) count(where);
    }

    /**
     * Counts anew, each person once; what is merged keeps the number that is its own. Nobody can support or reply meanwhile:
     * that needs the topic's row, which is held.
     */
    private void count(String id) {
        jdbi.useHandle(h -> {
            h.createUpdate("delete from topic_delta where topic_id = :id")
                    .bind("id", id)
                    .execute();
            h.createUpdate(FAMILY + """
                    update topic set
                        support_count = (select count(distinct person_id) from topic_support
                            where home_id in (select id from family)),
                        reply_count = (select count(*) from reply where home_id in (select id from family))
                    where id = :root
                    """).bind("root", id).execute();
        });
    }
}
