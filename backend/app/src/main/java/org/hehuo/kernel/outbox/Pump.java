package org.hehuo.kernel.outbox;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import org.hehuo.kernel.sql.Patience;
import org.hehuo.kernel.time.Soon;

/** Keeps the stream flowing: numbers what was committed and hands it to each consumer, on whichever instance comes first. */
@ApplicationScoped
public class Pump {
    private static final int BATCH = 200;

    final Sequencer sequencer;
    final Watermarks watermarks;
    final List<EventConsumer> consumers;
    final LiveEvents live;
    final Scheduler scheduler;
    private final Soon soon = new Soon("events", () -> Patience.without(this::flow));

    Pump(
            Sequencer sequencer,
            Watermarks watermarks,
            @All List<EventConsumer> consumers,
            LiveEvents live,
            Scheduler scheduler) {
        this.sequencer = sequencer;
        this.watermarks = watermarks;
        this.consumers = consumers;
        this.live = live;
        this.scheduler = scheduler;
    }

    void onCommit(@Observes(during = TransactionPhase.AFTER_SUCCESS) Outbox.Written event) {
        if (scheduler.isRunning()) soon.ask();
    }

    /** For what another instance left, and what had to wait for an older transaction. */
    @Scheduled(every = "{hehuo.pump-every}")
    void onSchedule() {
        soon.ask();
    }

    /** Gives everything that was committed its place in the order. */
    public void number() {
        while (sequencer.number() > 0) live.look();
    }

    public List<String> consumers() {
        return consumers.stream().map(EventConsumer::name).toList();
    }

    /** Until nothing is left: numbers and delivers. One consumer that fails does not hold up the others. */
    public void flow() {
        number();
        for (var consumer : consumers) {
            try {
                while (watermarks.advance(consumer, BATCH) > 0) Log.debugf("%s went on", consumer.name());
            } catch (RuntimeException e) {
                goRound(consumer);
            }
        }
    }

    /** One event of the batch fails: it is set aside, so that those behind it go on at the next call. */
    private void goRound(EventConsumer consumer) {
        try {
            while (watermarks.advance(consumer, 1) > 0) Log.debugf("%s went on", consumer.name());
        } catch (RuntimeException e) {
            Log.warnf(e, "%s failed and will be tried again", consumer.name());
            setAside(consumer);
        }
    }

    private void setAside(EventConsumer consumer) {
        try {
            watermarks.setAside(consumer);
        } catch (RuntimeException e) {
            Log.warnf(e, "%s could not go on", consumer.name());
        }
    }
}
