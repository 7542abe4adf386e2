package org.hehuo.topics;

import static org.hehuo.topics.TopicAction.ANSWER;
import static org.hehuo.topics.TopicAction.ASK;
import static org.hehuo.topics.TopicAction.RESUME;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.hehuo.kernel.life.Lifecycle;
import org.hehuo.kernel.security.Caller;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Staff ask the author something; meanwhile the clock of their own promise stands still. */
@ApplicationScoped
public class TopicQuestions {
    final Jdbi jdbi;
    final TopicStore store;
    final TopicQueries queries;
    final TopicPromises promises;
    final Lifecycle lifecycle;
    final StepWords words;

    TopicQuestions(
            Jdbi jdbi,
            TopicStore store,
            TopicQueries queries,
            TopicPromises promises,
            Lifecycle lifecycle,
            StepWords words) {
        this.jdbi = jdbi;
        this.store = store;
        this.queries = queries;
        this.promises = promises;
        this.lifecycle = lifecycle;
        this.words = words;
    }

    /** The author is told, and has twenty working days. */
    @Transactional
    public TopicView ask(String id, String question, Caller caller) {
        var topic = store.lock(id, caller);
        ASK.check(topic, caller);
        store.setAside(topic, promises.answer());
        jdbi.useHandle(h -> h.createUpdate("update topic set question = :question where id = :id")
                .bind("question", question)
                .bind("id", id)
                .execute());
        lifecycle.apply(topic, ASK, caller, question, Map.of("person", topic.author()));
        return queries.view(id, caller);
    }

    @Transactional
    public TopicView answer(String id, String text, Caller caller) {
        var topic = store.lock(id, caller);
        ANSWER.check(topic, caller);
        words.check(topic, text, "text");
        goOn(topic, ANSWER, text, caller);
        return queries.view(id, caller);
    }

    /** Staff need the answer no more. */
    @Transactional
    public TopicView resume(String id, @Nullable String text, Caller caller) {
        goOn(store.lock(id, caller), RESUME, text, caller);
        return queries.view(id, caller);
    }

    /** Where it was, with the days that it had left. */
    void goOn(Topic topic, TopicAction action, @Nullable String text, Caller caller) {
        lifecycle.apply(topic, action, caller, text);
        store.comeBack(topic);
    }
}
