package org.hehuo.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hehuo.kernel.outbox.Event;
import org.hehuo.kernel.outbox.EventConsumer;
import org.hehuo.people.Memberships;
import org.hehuo.people.People;
import org.jdbi.v3.core.Jdbi;

/** Turns events into notifications: at least once from the stream, once to the person. */
@ApplicationScoped
class Teller implements EventConsumer {
    final Jdbi jdbi;
    final Follows follows;
    final People people;
    final Memberships memberships;

    Teller(Jdbi jdbi, Follows follows, People people, Memberships memberships) {
        this.jdbi = jdbi;
        this.follows = follows;
        this.people = people;
        this.memberships = memberships;
    }

    @Override
    public String name() {
        return "notifications";
    }

    @Override
    public void consume(List<Event> events) {
        jdbi.useHandle(h -> {
            var batch = h.prepareBatch("""
                    insert into notification (person_id, event_id, type, subject_kind, subject_id, at)
                    select id, :event, :type, :kind, :id, :at from person where id = :person and not disabled
                    on conflict do nothing
                    """);
            for (var event : events) {
                for (var person : concerned(event)) {
                    batch.bind("person", person)
                            .bind("event", event.id())
                            .bind("type", event.type())
                            .bind("kind", event.page().kind())
                            .bind("id", event.page().id())
                            .bind("at", event.at())
                            .add();
                }
            }
            if (batch.size() > 0) batch.execute();
        });
    }

    /** Everybody but who did it. */
    private Set<UUID> concerned(Event event) {
        var told = new LinkedHashSet<UUID>();
        for (var audience : Audience.of(event.type())) {
            told.addAll(
                    switch (audience) {
                        case FOLLOWERS -> follows.followers(event.page().id(), origins(event));
                        case STAFF -> people.staffOf(event.area());
                        case MEMBERS -> members(event);
                        case ADDRESSEE -> addressee(event);
                        case OFFICE ->
                            people.staffOf(event.data().path("office").asText());
                    });
        }
        if (event.actor() != null) told.remove(event.actor());
        return told;
    }

    private static List<String> origins(Event event) {
        var topics = new ArrayList<String>();
        event.data().path("topics").forEach(topic -> topics.add(topic.asText()));
        return topics;
    }

    private List<UUID> members(Event event) {
        return memberships.of(event.data().path("partner").asText()).stream()
                .map(Memberships.Member::person)
                .toList();
    }

    private static List<UUID> addressee(Event event) {
        String person = event.subject().kind().equals("person")
                ? event.subject().id()
                : event.data().path("person").asText();
        return List.of(UUID.fromString(person));
    }
}
