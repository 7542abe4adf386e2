package org.hehuo.kernel.sql;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Small reference data, read again when it is older than its time: another instance's change is seen within that time, one's
 * own at once.
 */
public final class Remembered<T> {
    private final Supplier<T> source;
    private final long nanos;
    private volatile @Nullable Read<T> last;
    private int changes;

    private record Read<T>(T value, long at) {}

    public Remembered(Duration time, Supplier<T> source) {
        this.source = source;
        this.nanos = time.toNanos();
    }

    public T get() {
        var read = last;
        return read == null || System.nanoTime() - read.at > nanos ? readAgain() : read.value;
    }

    /** Call it after the commit of a change. */
    public synchronized void forget() {
        last = null;
        changes++;
    }

    private T readAgain() {
        int before = changes();
        var read = new Read<>(source.get(), System.nanoTime());
        keep(read, before);
        return read.value;
    }

    /** What was read while somebody changed it may be from before the change. */
    private synchronized void keep(Read<T> read, int before) {
        if (changes == before) last = read;
    }

    private synchronized int changes() {
        return changes;
    }
}
