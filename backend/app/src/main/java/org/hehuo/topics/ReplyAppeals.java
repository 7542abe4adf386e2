package org.hehuo.topics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import org.hehuo.appeals.Appealable;
import org.hehuo.appeals.Appeals;
import org.hehuo.appeals.Decision;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.jdbi.v3.core.Jdbi;

/** The author of a hidden reply does not accept it. */
@ApplicationScoped
public class ReplyAppeals implements Appealable {
    final Jdbi jdbi;
    final TopicStore store;
    final ReplyWatch watch;
    final ReplyQueries queries;
    final Appeals appeals;

    ReplyAppeals(Jdbi jdbi, TopicStore store, ReplyWatch watch, ReplyQueries queries, Appeals appeals) {
        this.jdbi = jdbi;
        this.store = store;
        this.watch = watch;
        this.queries = queries;
        this.appeals = appeals;
    }

    /** Once against a decision. */
    @Transactional
    ReplyView appeal(String topicId, UUID id, String text, Caller caller) {
        var topic = store.find(topicId, caller);
        var reply = watch.lock(id);
        var seen = queries.view(topicId, id, caller);
        if (!caller.isPerson(reply.author())) throw Problem.of(ApiError.FORBIDDEN);
        if (reply.hiddenBy() == null || !seen.allowedActions().contains("appeal")) {
            throw Problem.about(ApiError.WRONG_STATE, ReplyService.KIND, reply.visibility(), seen.allowedActions());
        }
        appeals.submit(
                ReplyWatch.ref(id), topic.ref(), topic.areaCode(), Decision.HIDE, reply.hiddenBy(), text, caller);
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
        var reply = watch.lock(id);
        if (reply.isHidden()) watch.restore(reply.topic(), id, null, Caller.CLOCK);
    }
}
