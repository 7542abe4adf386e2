package org.hehuo.kernel.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jdbi.v3.core.Jdbi;

/** How far each consumer has read. */
@ApplicationScoped
public class Watermarks {
    private static final int BATCH = 200;

    final Jdbi jdbi;
    final EventLog log;

    Watermarks(Jdbi jdbi, EventLog log) {
        this.jdbi = jdbi;
        this.log = log;
    }

    /** Hands the consumer its next batch, unless another instance is at it; returns how many events it took. */
    @Transactional
    int advance(EventConsumer consumer) {
        return jdbi.withHandle(h -> {
            h.createUpdate("insert into consumer (name, seq) values (:name, 0) on conflict do nothing")
                    .bind("name", consumer.name())
                    .execute();
            var at = h.createQuery("select seq from consumer where name = :name for update skip locked")
                    .bind("name", consumer.name())
                    .mapTo(Long.class)
                    .findOne();
            if (at.isEmpty()) return 0;
            var events = log.after(at.get(), BATCH, false);
            if (events.isEmpty()) return 0;
            consumer.consume(events);
            set(consumer.name(), events.getLast().seq());
            return events.size();
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
