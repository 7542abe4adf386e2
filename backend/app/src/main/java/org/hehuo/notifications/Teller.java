package org.hehuo.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hehuo.areas.AreaCode;
import org.hehuo.categories.Categories;
import org.hehuo.kernel.outbox.Event;
import org.hehuo.kernel.outbox.EventConsumer;
import org.hehuo.people.Absences;
import org.hehuo.people.Memberships;
import org.hehuo.people.People;
import org.jdbi.v3.core.Jdbi;

/** Turns events into notifications: at least once from the stream, once to the person. */
@ApplicationScoped
class Teller implements EventConsumer {
    final Jdbi jdbi;
    final Follows follows;
    final Categories categories;
    final People people;
    final Memberships memberships;
    final Absences absences;
    final Courier courier;

    Teller(
            Jdbi jdbi,
            Follows follows,
            Categories categories,
            People people,
            Memberships memberships,
            Absences absences,
            Courier courier) {
        this.jdbi = jdbi;
        this.follows = follows;
        this.categories = categories;
        this.people = people;
        this.memberships = memberships;
        this.absences = absences;
        this.courier = courier;
    }

    @Override
    public String name() {
        return "notifications";
    }

    @Override
    public void consume(List<Event> events) {
        var told = new LinkedHashSet<UUID>();
        jdbi.useHandle(h -> {
            var batch = h.prepareBatch("""
                    insert into notification (person_id, event_id, type, kind, subject_kind, subject_id, at)
                    select id, :event, :type, :why, :kind, :id, :at from person where id = :person and not disabled
                    on conflict do nothing
                    """);
            for (var event : events) {
                var concerned = concerned(event);
                told.addAll(concerned.keySet());
                concerned.forEach((person, why) -> batch.bind("person", person)
                        .bind("why", why)
                        .bind("event", event.id())
                        .bind("type", event.type())
                        .bind("kind", event.page().kind())
                        .bind("id", event.page().id())
                        .bind("at", event.at())
                        .add());
            }
            if (batch.size() > 0) batch.execute();
        });
        if (!told.isEmpty()) courier.note(events.stream().map(Event::id).toList(), told);
    }

    /** Everybody but who did it, and why; who follows it and works for it too is told for the work's sake. */
    private Map<UUID, Kind> concerned(Event event) {
        var told = new LinkedHashMap<UUID, Kind>();
        for (var audience : Audience.of(event.type())) {
            var group =
                    switch (audience) {
                        case FOLLOWERS -> follows.followers(event.page().id(), origins(event));
                        case NEIGHBOURS -> event.isPublic() ? neighbours(event) : List.<UUID>of();
                        case STAFF -> people.staffOf(event.area());
                        case MEMBERS -> members(event);
                        case ADDRESSEE -> addressee(event).stream().toList();
                        case ASSIGNEE -> addressee(event).map(absences::deskOf).orElse(List.of());
                        case OFFICE ->
                            people.staffOf(event.data().path("office").asText());
                    };
            group.forEach(person -> told.put(person, audience.kind));
        }
        if (event.actor() != null) told.remove(event.actor());
        return told;
    }

    private List<UUID> neighbours(Event event) {
        var places = new ArrayList<>(new AreaCode(event.area()).upwards());
        String category = event.data().path("category").asText();
        if (!category.isEmpty()) places.addAll(categories.upwards(category));
        return follows.neighbours(event.page().id(), places);
    }

    private static List<String> origins(Event event) {
        var topics = new ArrayList<String>();
        event.data().path("topics").forEach(topic -> topics.add(topic.asText()));
        return topics;
    }

    private List<UUID> members(Event event) {
        var partners = new LinkedHashSet<String>();
        partners.add(event.data().path("partner").asText());
        event.data().path("partners").forEach(partner -> partners.add(partner.asText()));
        return partners.stream()
                .flatMap(partner -> memberships.of(partner).stream())
                .map(Memberships.Member::person)
                .toList();
    }

    private static Optional<UUID> addressee(Event event) {
        String person = event.subject().kind().equals("person")
                ? event.subject().id()
                : event.data().path("person").asText();
        return person.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(person));
    }
}
