package org.hehuo.topics;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.live.Message;
import org.hehuo.kernel.live.Watchers;
import org.hehuo.kernel.outbox.LiveEvents;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Soon;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A topic as it goes on: what happens to it and to what grew from it, and how many stand behind it. */
@ApplicationScoped
class TopicLive {
    final Jdbi jdbi;
    final TopicStore store;
    final LiveEvents events;
    final Duration every;
    private final Watchers<String, Counts> watchers = new Watchers<>();
    private final Soon soon = new Soon("counts of topics", this::count);
    private final Map<String, Counts> told = new ConcurrentHashMap<>();

    TopicLive(
            Jdbi jdbi, TopicStore store, LiveEvents events, @ConfigProperty(name = "hehuo.live.every") Duration every) {
        this.jdbi = jdbi;
        this.store = store;
        this.events = events;
        this.every = every;
    }

    /** How many support it and how many replied, now. */
    @Schema(name = "TopicCounts")
    record Counts(
            @Schema(required = true) int supportCount,
            @Schema(required = true) int replyCount) {}

    /** @param lastEventId where the reader's last connection ended; what was missed comes first */
    Multi<Message> of(String id, @Nullable String lastEventId, Caller caller) {
        store.find(id, caller);
        return Multi.createBy()
                .merging()
                .streams(
                        events.of(id, lastEventId),
                        watchers.watch(id).map(counts -> new Message("counts", null, counts)));
    }

    void onStart(@Observes StartupEvent start, Vertx vertx) {
        soon.askEvery(every, vertx);
    }

    /** Tells what has changed since it was last told. */
    private void count() {
        var watched = watchers.watched();
        told.keySet().retainAll(watched);
        if (watched.isEmpty()) return;
        jdbi.useHandle(h -> h.createQuery(
                        "select t.id, " + TopicListQueries.COUNTS + " from topic t where t.id = any(:ids)")
                .bind("ids", watched.toArray(String[]::new))
                .map((rs, ctx) ->
                        Map.entry(rs.getString("id"), new Counts(rs.getInt("supports"), rs.getInt("replies"))))
                .forEach(now -> {
                    if (!now.getValue().equals(told.put(now.getKey(), now.getValue()))) {
                        watchers.tell(now.getKey(), now.getValue());
                    }
                }));
    }
}
