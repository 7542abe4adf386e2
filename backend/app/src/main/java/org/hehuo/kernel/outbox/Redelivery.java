package org.hehuo.kernel.outbox;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.hehuo.kernel.time.TimeStep;
import org.jdbi.v3.core.Jdbi;

/** Events that were set aside are tried until their consumer takes them. */
@ApplicationScoped
class Redelivery implements TimeStep {
    final Jdbi jdbi;
    final EventLog log;
    final List<EventConsumer> consumers;

    Redelivery(Jdbi jdbi, EventLog log, @All List<EventConsumer> consumers) {
        this.jdbi = jdbi;
        this.log = log;
        this.consumers = consumers;
    }

    @Override
    public List<String> due(Instant now) {
        return jdbi.withHandle(
                h -> h.createQuery("select seq || ' ' || consumer from undelivered order by seq limit :most")
                        .bind("most", MOST_A_ROUND)
                        .mapTo(String.class)
                        .list());
    }

    @Override
    @Transactional
    public void carryOut(String id, Instant now) {
        String[] parts = id.split(" ", 2);
        long seq = Long.parseLong(parts[0]);
        if (!hold(seq, parts[1])) return;
        consumers.stream()
                .filter(consumer -> consumer.name().equals(parts[1]))
                .forEach(consumer -> consumer.consume(log.after(seq - 1, 1, false)));
        jdbi.useHandle(h -> h.createUpdate("delete from undelivered where seq = :seq and consumer = :consumer")
                .bind("seq", seq)
                .bind("consumer", parts[1])
                .execute());
    }

    private boolean hold(long seq, String consumer) {
        return jdbi.withHandle(h -> h.createQuery("""
                select seq from undelivered where seq = :seq and consumer = :consumer for update skip locked
                """)
                .bind("seq", seq)
                .bind("consumer", consumer)
                .mapTo(Long.class)
                .findOne()
                .isPresent());
    }
}
