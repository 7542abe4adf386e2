package org.hehuo.devstack;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Tells what is going on, a line a step with its time; what takes no time is not told. */
record Steps(Consumer<String> lines) {

    <T> T take(String name, Supplier<T> work) {
        long begun = System.nanoTime();
        T result = work.get();
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (seconds >= 0.3) {
            lines.accept(String.format(Locale.ROOT, "  %-26s %5.1f s", name, seconds));
        }
        return result;
    }

    void take(String name, Runnable work) {
        take(name, () -> {
            work.run();
            return name;
        });
    }
}
