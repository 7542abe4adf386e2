package org.hehuo.topics;

import static org.hehuo.topics.TopicAction.APPEAL;
import static org.hehuo.topics.TopicAction.OVERRULE;
import static org.hehuo.topics.TopicAction.RESTORE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hehuo.appeals.Appealable;
import org.hehuo.appeals.Appeals;
import org.hehuo.appeals.Decision;
import org.hehuo.kernel.life.Lifecycle;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.security.Caller;
import org.jdbi.v3.core.Jdbi;

/** The author of a topic that was declined or hidden does not accept it. */
@ApplicationScoped
public class TopicAppeals implements Appealable {
    final Jdbi jdbi;
    final TopicStore store;
    final TopicSteps steps;
    final TopicQueries queries;
    final TopicPromises promises;
    final Lifecycle lifecycle;
    final Appeals appeals;

    TopicAppeals(
            Jdbi jdbi,
            TopicStore store,
            TopicSteps steps,
            TopicQueries queries,
            TopicPromises promises,
            Lifecycle lifecycle,
            Appeals appeals) {
        this.jdbi = jdbi;
        this.store = store;
        this.steps = steps;
        this.queries = queries;
        this.promises = promises;
        this.lifecycle = lifecycle;
        this.appeals = appeals;
    }

    /** Once against a decision. */
    @Transactional
    public TopicView appeal(String id, String text, Caller caller) {
        var topic = store.lock(id, caller);
        lifecycle.apply(topic, APPEAL, caller, null);
        var decision = Objects.requireNonNull(topic.mayAppeal());
        var against = Objects.requireNonNull(topic.decidedBy());
        appeals.submit(topic.ref(), topic.ref(), topic.areaCode(), decision, against, text, caller);
        jdbi.useHandle(h -> h.createUpdate("""
                update topic set hide_appealed = hide_appealed or :hide, decline_appealed = decline_appealed or not :hide
                where id = :id
                """)
                .bind("hide", decision == Decision.HIDE)
                .bind("id", id)
                .execute());
        return queries.view(id, caller);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Topic.KIND);
    }

    @Override
    public void takeBack(Ref thing, Decision decision) {
        var topic = store.lock(thing.id(), Caller.CLOCK);
        if (decision == Decision.HIDE && RESTORE.allows(topic, Caller.CLOCK)) {
            steps.restore(topic.id(), null, Caller.CLOCK);
        } else if (decision == Decision.DECLINE && OVERRULE.allows(topic, Caller.CLOCK)) {
            // The row must have its date before it is in a state that needs one.
            store.owe(topic.id(), promises.first(topic.category()));
            lifecycle.apply(topic, OVERRULE, Caller.CLOCK, null, Map.of("person", topic.author()));
        }
    }
}
