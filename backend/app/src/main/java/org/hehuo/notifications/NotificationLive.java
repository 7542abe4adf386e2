package org.hehuo.notifications;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.live.Message;
import org.hehuo.kernel.live.Watchers;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Soon;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Tells a person that there is news, whichever instance wrote it. */
@ApplicationScoped
class NotificationLive {
    /** A transaction that takes longer than this to write it is told of at the next reading, not live. */
    private static final String WINDOW = "-20 seconds";

    private static final int REMEMBERED = 20_000;
    private static final int MOST_MISSED = 100;

    final Jdbi jdbi;
    final Duration every;
    private final Watchers<UUID, News> watchers = new Watchers<>();
    private final Soon soon = new Soon("live news", this::tell);
    private final Set<UUID> told = Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });

    NotificationLive(Jdbi jdbi, @ConfigProperty(name = "hehuo.live.every") Duration every) {
        this.jdbi = jdbi;
        this.every = every;
    }

    /** Something was told to the reader: read it at `/me/notifications`. */
    @Schema(name = "News")
    record News(
            @Schema(required = true) UUID id,

            @Schema(required = true, examples = "topic.accepted")
            String type) {}

    private record Addressed(UUID person, News news) {}

    Multi<Message> of(@Nullable String lastEventId, Caller caller) {
        UUID person = caller.personId();
        return watchers.watch(person, () -> lastEventId == null ? List.of() : since(lastEventId, person))
                .map(news -> new Message("notification", news.id.toString(), news));
    }

    private List<News> since(String lastEventId, UUID person) {
        UUID last;
        try {
            last = UUID.fromString(lastEventId);
        } catch (IllegalArgumentException e) {
            throw Problem.badParameter(ApiError.INVALID_PARAMETER, "Last-Event-ID", "malformed");
        }
        return jdbi.withHandle(h -> h.createQuery("""
                select id, type from notification where person_id = :person and id > :last order by id limit :most
                """)
                .bind("person", person)
                .bind("last", last)
                .bind("most", MOST_MISSED)
                .map((rs, ctx) -> new News(rs.getObject("id", UUID.class), rs.getString("type")))
                .list());
    }

    void onStart(@Observes StartupEvent start, Vertx vertx) {
        soon.askEvery(every, vertx);
    }

    private void tell() {
        var people = watchers.watched();
        if (people.isEmpty()) return;
        for (var one : lately(people)) {
            if (told.add(one.news.id)) watchers.tell(one.person, one.news);
        }
    }

    /** Ids grow with time, so those of the last seconds stand together. */
    private List<Addressed> lately(Set<UUID> people) {
        return jdbi.withHandle(h -> h.createQuery("""
                select id, person_id, type from notification
                where id > uuidv7(cast(:window as interval)) and person_id = any(:people) order by id
                """)
                .bind("window", WINDOW)
                .bind("people", people.toArray(UUID[]::new))
                .map((rs, ctx) -> new Addressed(
                        rs.getObject("person_id", UUID.class),
                        new News(rs.getObject("id", UUID.class), rs.getString("type"))))
                .list());
    }
}
