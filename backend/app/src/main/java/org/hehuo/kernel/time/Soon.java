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
    private static final Duration LONGEST = Duration.ofSeconds(4);

    private final String name;
    private final Runnable work;
    private final AtomicLong asked = new AtomicLong();

    /** @param name for the log, when it fails: it is done again soon, later each time */
    public Soon(String name, Runnable work) {
        this.name = name;
        this.work = work;
    }

    public void ask() {
        if (asked.getAndIncrement() > 0) return;
        boolean begun = false;
        try {
            Thread.ofPlatform().daemon().name(name).start(this::run);
            begun = true;
        } finally {
            if (!begun) asked.set(0);
        }
    }

    public void askEvery(Duration time, Vertx vertx) {
        vertx.setPeriodic(time.toMillis(), tick -> ask());
    }

    private void run() {
        boolean over = false;
        try {
            var wait = AFTER_A_FAILURE;
            while (!over) {
                long seen = asked.get();
                boolean done = attempt(wait.equals(AFTER_A_FAILURE));
                if (!rested(done ? REST : wait)) return;
                wait = done ? AFTER_A_FAILURE : longer(wait);
                over = done && asked.compareAndSet(seen, 0);
            }
        } finally {
            // However it ended: whoever asks next is heard.
            if (!over) asked.set(0);
        }
    }

    private static Duration longer(Duration wait) {
        return wait.compareTo(LONGEST) < 0 ? wait.multipliedBy(2) : wait;
    }

    private boolean attempt(boolean first) {
        try {
            work.run();
            return true;
        } catch (RuntimeException e) {
            if (first) Log.warnf(e, "%s: failed and will be tried again", name);
            else Log.warnf("%s: failed again: %s", name, e.getMessage());
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
