package org.hehuo;

import static org.awaitility.Awaitility.await;

import jakarta.enterprise.context.ApplicationScoped;
import org.hehuo.kernel.outbox.Pump;
import org.jdbi.v3.core.Jdbi;

/** The stream of events, as tests wait for it: an open transaction elsewhere may hold up what was committed before. */
@ApplicationScoped
class EventFlow {
    final Pump pump;
    final Jdbi jdbi;

    EventFlow(Pump pump, Jdbi jdbi) {
        this.pump = pump;
        this.jdbi = jdbi;
    }

    /** Until everything that has happened was told to every consumer. */
    void settle() {
        await().until(this::everythingWasTold);
    }

    private boolean everythingWasTold() {
        pump.flow();
        return jdbi.withHandle(h -> h.createQuery("""
                select not exists (select from consumer where seq < (select max(seq) from event))
                    and not exists (select from event where seq is null)
                """).mapTo(Boolean.class).one());
    }
}
