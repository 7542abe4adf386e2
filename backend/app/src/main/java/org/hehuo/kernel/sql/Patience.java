package org.hehuo.kernel.sql;

import java.time.Duration;

/** How long a statement may take. Somebody waits for an answer, unless the work says that nobody does. */
public final class Patience {
    /** With the wait for a turn and for a connection less than five seconds. */
    private static final Duration OF_CALLERS = Duration.ofSeconds(2);

    private static final Duration OF_NOBODY = Duration.ofSeconds(20);
    private static final ThreadLocal<Duration> NOW = ThreadLocal.withInitial(() -> OF_CALLERS);

    private Patience() {}

    /** Work that nobody waits for, and that at times has much to do at once. */
    public static void without(Runnable callers) {
        NOW.set(OF_NOBODY);
        try {
            callers.run();
        } finally {
            NOW.remove();
        }
    }

    static Duration now() {
        return NOW.get();
    }
}
