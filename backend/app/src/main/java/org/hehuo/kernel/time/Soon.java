package org.hehuo.kernel.time;

import io.quarkus.logging.Log;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Work that is done soon after it is asked for, on a thread of its own: never twice at a time, and however often it is asked
 * for meanwhile, once more.
 */
public final class Soon {
    /** What is asked for all the time takes no more than a part of the machine. */
    private static final Duration REST = Duration.ofMillis(20);

    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(1);

    private final String name;
    private final Runnable work;
    private final AtomicLong asked = new AtomicLong();

    /** @param name for the log, when it fails: it is done again a second later */
    public Soon(String name, Runnable work) {
        this.name = name;
        this.work = work;
    }

    public void ask() {
        if (asked.getAndIncrement() == 0)
            Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    public void askEvery(Duration time, Vertx vertx) {
        vertx.setPeriodic(time.toMillis(), tick -> ask());
    }

    private void run() {
        long seen;
        boolean done;
        do {
            seen = asked.get();
            done = attempt();
        } while (rested(done ? REST : AFTER_A_FAILURE) && !(done && asked.compareAndSet(seen, 0)));
    }

    private boolean attempt() {
        try {
            work.run();
            return true;
        } catch (RuntimeException e) {
            Log.warnf(e, "%s: failed and will be tried again", name);
            return false;
        }
    }

    private static boolean rested(Duration time) {
        try {
            Thread.sleep(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
