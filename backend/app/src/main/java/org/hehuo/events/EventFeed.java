package org.hehuo.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.hehuo.kernel.outbox.Event;
import org.hehuo.kernel.outbox.EventLog;
import org.hehuo.kernel.paging.Cursors;
import org.hehuo.kernel.paging.Page;
import org.hehuo.people.People;
import org.jspecify.annotations.Nullable;

/** The stream of public events, page by page. */
@ApplicationScoped
class EventFeed {
    private static final String LIST = "events";

    final EventLog log;
    final Cursors cursors;
    final People people;

    EventFeed(EventLog log, Cursors cursors, People people) {
        this.log = log;
        this.cursors = cursors;
        this.people = people;
    }

    /** An empty page gives back the cursor that it was asked with, good for what comes later. */
    Page<EventView> page(@Nullable String after, int size) {
        long from = after == null ? 0 : Long.parseLong(cursors.read(LIST, after).key());
        var events = log.after(from, size, true);
        var names = people.displayNames(
                events.stream().<@Nullable UUID>map(Event::actor).toList());
        long reached = events.isEmpty() ? from : events.getLast().seq();
        String next = cursors.write(LIST, new Cursors.Position(Long.toString(reached), ""));
        return new Page<>(events.stream().map(e -> view(e, names)).toList(), next);
    }

    private static EventView view(Event e, Map<UUID, String> names) {
        var actor =
                e.actor() == null || e.actorHidden() ? null : new EventView.Actor(names.getOrDefault(e.actor(), ""));
        return new EventView(e.id(), e.type(), e.at(), e.subject(), e.parent(), e.area(), actor, openData(e));
    }

    /** Whom an event is addressed to is for who tells them alone: it would name an anonymous author. */
    private static JsonNode openData(Event e) {
        return e.data() instanceof ObjectNode data ? data.deepCopy().without("person") : e.data();
    }
}
