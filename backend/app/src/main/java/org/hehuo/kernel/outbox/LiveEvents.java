package org.hehuo.kernel.outbox;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hehuo.kernel.live.Watchers;
import org.hehuo.kernel.time.Soon;

/** Public events as they come, on each instance from the one order, for whoever watches the thing that they concern. */
@ApplicationScoped
public class LiveEvents {
    private static final int MOST_AT_ONCE = 500;
    private static final long NOWHERE = -1;

    final EventLog log;
    final Duration every;
    private final Watchers<String, Event> watchers = new Watchers<>();
    private final Soon soon = new Soon("live events", this::tell);
    private long reached = NOWHERE;

    LiveEvents(EventLog log, @ConfigProperty(name = "hehuo.live.every") Duration every) {
        this.log = log;
        this.every = every;
    }

    /**
     * Everything public that concerns the thing: on its page, or on the pages of what grew from it.
     *
     * @param after the place in the order after which to begin; what has happened since comes first
     */
    public Multi<Event> of(String thing, long after) {
        var last = new AtomicLong(after);
        // An event may be read and told: it is passed on once.
        return watchers.watch(thing, () -> missed(thing, after))
                .select()
                .where(event -> event.seq() > last.getAndAccumulate(event.seq(), Math::max));
    }

    private List<Event> missed(String thing, long after) {
        begin(after);
        return log.after(after, MOST_AT_ONCE, true).stream()
                .filter(event -> concerns(event).anyMatch(thing::equals))
                .toList();
    }

    /** The place of the newest event. */
    public long now() {
        return log.last();
    }

    /** For what another instance gave its place. */
    void onStart(@Observes StartupEvent start, Vertx vertx) {
        soon.askEvery(every, vertx);
    }

    /** There is something new. */
    void look() {
        soon.ask();
    }

    private void tell() {
        long from = from();
        if (from == NOWHERE) return;
        var events = log.after(from, MOST_AT_ONCE, true);
        for (var event : events) concerns(event).forEach(thing -> watchers.tell(thing, event));
        if (!events.isEmpty()) reach(events.getLast().seq());
        if (events.size() == MOST_AT_ONCE) look();
    }

    /** The first watcher says where to begin; it is counted already, so that nobody ends what it began. */
    private synchronized void begin(long after) {
        if (reached == NOWHERE) reached = after;
    }

    private synchronized long from() {
        if (watchers.watched().isEmpty()) reached = NOWHERE;
        return reached;
    }

    private synchronized void reach(long seq) {
        reached = seq;
    }

    private static Stream<String> concerns(Event event) {
        var origins = StreamSupport.stream(event.data().path("topics").spliterator(), false);
        return Stream.concat(Stream.of(event.page().id()), origins.map(topic -> topic.asText()))
                .distinct();
    }
}
