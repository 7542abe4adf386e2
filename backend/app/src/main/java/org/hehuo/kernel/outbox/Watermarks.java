package org.hehuo.kernel.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** How far each consumer has read. */
@ApplicationScoped
public class Watermarks {
    final Jdbi jdbi;
    final EventLog log;

    Watermarks(Jdbi jdbi, EventLog log) {
        this.jdbi = jdbi;
        this.log = log;
    }

    /** Hands the consumer its next events, unless another instance is at it; returns how many it took. */
    @Transactional
    int advance(EventConsumer consumer, int most) {
        var events = next(consumer, most);
        if (events.isEmpty()) return 0;
        consumer.consume(events);
        set(consumer.name(), events.getLast().seq());
        return events.size();
    }

    /** Leads the consumer past the next event, which is kept for {@link Redelivery}. */
    @Transactional
    void setAside(EventConsumer consumer) {
        for (var event : next(consumer, 1)) {
            jdbi.useHandle(h -> h.createUpdate("insert into undelivered (consumer, seq) values (:consumer, :seq)")
                    .bind("consumer", consumer.name())
                    .bind("seq", event.seq())
                    .execute());
            set(consumer.name(), event.seq());
        }
    }

    private List<Event> next(EventConsumer consumer, int most) {
        return jdbi.withHandle(h -> {
            h.createUpdate("insert into consumer (name, seq) values (:name, 0) on conflict do nothing")
                    .bind("name", consumer.name())
                    .execute();
            return h.createQuery("select seq from consumer where name = :name for update skip locked")
                    .bind("name", consumer.name())
                    .mapTo(Long.class)
                    .findOne()
                    .map(at -> log.after(at, most, false))
                    .orElse(List.of());
        });
    }

    /** Lets a consumer pass over everything that has happened so far: it is history, not news. */
    @Transactional
    public void skipToEnd(String consumer) {
        jdbi.useHandle(h -> h.createUpdate("insert into consumer (name, seq) values (:name, 0) on conflict do nothing")
                .bind("name", consumer)
                .execute());
        set(consumer, log.last());
    }

    private void set(String consumer, long seq) {
        jdbi.useHandle(h -> h.createUpdate("update consumer set seq = :seq where name = :name")
                .bind("seq", seq)
                .bind("name", consumer)
                .execute());
    }
}
