package org.hehuo.kernel.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The one source of “now”, in the microseconds that the database keeps. History can be replayed at its own time, and the
 * whole clock can be moved ahead.
 */
@ApplicationScoped
public class Time extends Clock {
    private final ThreadLocal<@Nullable Instant> replayed = new ThreadLocal<>();
    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
        var then = replayed.get();
        return (then != null ? then : Instant.now().plus(ahead)).truncatedTo(ChronoUnit.MICROS);
    }

    /** By how much this clock differs from the machine's: nothing, but while history is replayed or the clock is moved. */
    public Duration shift() {
        var then = replayed.get();
        return then == null ? ahead : Duration.between(Instant.now(), then);
    }

    /** Does the work as if it were then. */
    public void at(Instant then, Runnable work) {
        var before = replayed.get();
        replayed.set(then);
        try {
            work.run();
        } finally {
            replayed.set(before);
        }
    }

    /** Moves the clock of this instance ahead of the machine's. */
    public void moveAhead(Duration by) {
        ahead = by;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
