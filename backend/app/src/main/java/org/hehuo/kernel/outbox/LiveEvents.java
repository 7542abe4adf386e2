package org.hehuo.kernel.outbox;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.live.Message;
import org.hehuo.kernel.live.Watchers;
import org.hehuo.kernel.paging.Cursors;
import org.hehuo.kernel.time.Soon;
import org.jspecify.annotations.Nullable;

/** Public events as they come, on each instance from the one order, for whoever watches the thing that they concern. */
@ApplicationScoped
public class LiveEvents {
    private static final String LIST = "live";
    private static final int MOST_AT_ONCE = 500;
    private static final long NOWHERE = -1;

    final EventLog log;
    final Cursors cursors;
    final List<Concern> concerns;
    final Duration every;
    private final Watchers<String, Told> watchers = new Watchers<>();
    private final Soon soon = new Soon("live events", this::tell);
    private long reached = NOWHERE;

    LiveEvents(
            EventLog log,
            Cursors cursors,
            @All List<Concern> concerns,
            @ConfigProperty(name = "hehuo.live.every") Duration every) {
        this.log = log;
        this.cursors = cursors;
        this.concerns = concerns;
        this.every = every;
    }

    /** Something happened: read anew what is shown of it. */
    @Schema(name = "Happening")
    public record Happening(
            @Schema(required = true, examples = "topic.replied")
            String type,

            @Schema(required = true) Instant time,
            @Schema(required = true) Ref subject) {}

    /** One event, as all who watch are told of it. */
    private record Told(long seq, Message message) {}

    /**
     * Everything public that concerns the thing: on its page, or on the pages of what grew from it.
     *
     * @param lastEventId where the reader's last connection ended; what was missed comes first, or {@code again} where too much
     *     has happened everywhere meanwhile to be looked through
     */
    public Multi<Message> of(String thing, @Nullable String lastEventId) {
        long after = lastEventId == null
                ? log.last()
                : Long.parseLong(cursors.read(LIST, lastEventId).key());
        var last = new AtomicLong(after);
        // An event may be read and told: it is passed on once.
        return watchers.watch(thing, () -> missed(thing, after))
                .select()
                .where(told -> told.seq > last.getAndAccumulate(told.seq, Math::max))
                .map(Told::message);
    }

    private List<Told> missed(String thing, long after) {
        var events = log.after(after, MOST_AT_ONCE, true);
        if (events.size() == MOST_AT_ONCE) {
            long last = log.last();
            begin(last);
            return List.of(new Told(last, new Message("again", place(last), Map.of())));
        }
        begin(after);
        return events.stream()
                .filter(event -> concerns(event).anyMatch(thing::equals))
                .map(this::told)
                .toList();
    }

    private Told told(Event event) {
        var happening = new Happening(event.type(), event.at(), event.subject());
        return new Told(event.seq(), new Message("happened", place(event.seq()), happening));
    }

    private String place(long seq) {
        return cursors.write(LIST, new Cursors.Position(Long.toString(seq), ""));
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
        for (var event : events) {
            var told = told(event);
            concerns(event).forEach(thing -> watchers.tell(thing, told));
        }
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

    private Stream<String> concerns(Event event) {
        var origins = StreamSupport.stream(event.data().path("topics").spliterator(), false);
        var others = concerns.stream().flatMap(one -> one.of(event).stream());
        return Stream.of(Stream.of(event.page().id()), origins.map(topic -> topic.asText()), others)
                .flatMap(ids -> ids)
                .distinct();
    }
}
