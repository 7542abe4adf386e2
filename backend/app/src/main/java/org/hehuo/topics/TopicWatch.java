package org.hehuo.topics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.security.Caller;
import org.hehuo.moderation.Cause;
import org.hehuo.moderation.Hiding;
import org.hehuo.moderation.Moderated;
import org.hehuo.moderation.Reports;
import org.hehuo.moderation.WatchedWords;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Topics that readers report, or that are held because of their words. What few read is for the staff to judge alone. */
@ApplicationScoped
public class TopicWatch implements Moderated {
    final Jdbi jdbi;
    final TopicStore store;
    final TopicSteps steps;
    final WatchedWords words;
    final Reports reports;

    TopicWatch(Jdbi jdbi, TopicStore store, TopicSteps steps, WatchedWords words, Reports reports) {
        this.jdbi = jdbi;
        this.store = store;
        this.steps = steps;
        this.words = words;
        this.reports = reports;
    }

    /**
     * Holds what was just written if a watched word stands in it, and returns whether it did.
     *
     * @param fresh nobody was told of it yet
     */
    boolean hold(Topic topic, boolean fresh, Caller caller, @Nullable String... texts) {
        if (!topic.isPublic() || caller.isStaffOf(topic.areaCode())) return false;
        var found = words.in(texts);
        if (found.isEmpty()) return false;
        jdbi.useHandle(h -> h.createUpdate(
                        "update topic set visibility = 'hidden', held = true, untold = :fresh where id = :id")
                .bind("fresh", fresh)
                .bind("id", topic.id())
                .execute());
        reports.hold(post(topic, Stream.of(texts).filter(Objects::nonNull).collect(Collectors.joining("\n"))), found);
        return true;
    }

    private static Post post(Topic topic, String text) {
        return new Post(topic.ref(), topic.id(), topic.areaCode(), topic.author(), text);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Topic.KIND);
    }

    @Override
    public Post find(Ref thing, Caller caller) {
        var topic = store.share(thing.id(), caller);
        if (!topic.isPublic()) throw TopicAction.refusal(ApiError.WRONG_STATE, topic, caller);
        return jdbi.withHandle(h -> h.createQuery(
                        "select title, body, coalesce(place, '') as place from topic where id = :id")
                .bind("id", thing.id())
                .map((rs, ctx) -> post(
                        topic,
                        String.join("\n", rs.getString("title"), rs.getString("body"), rs.getString("place"))
                                .strip()))
                .one());
    }

    @Override
    public void hide(Ref thing, String reason, @Nullable Cause cause, Caller caller) {
        steps.hide(thing.id(), new Hiding(reason, cause), caller);
    }

    @Override
    public boolean release(Ref thing, Caller caller, String reason) {
        boolean held = store.lock(thing.id(), caller).held();
        if (held) steps.restore(thing.id(), reason, caller);
        return held;
    }
}
