package org.hehuo.devstack;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Supplier;

/** Tells what is going on, a line a step with its time. */
record Steps(PrintStream out) {

    <T> T take(String name, Supplier<T> work) {
        long begun = System.nanoTime();
        T result = work.get();
        out.println(String.format(Locale.ROOT, "  %-28s %5.1f s", name, (System.nanoTime() - begun) / 1e9));
        return result;
    }

    void take(String name, Runnable work) {
        take(name, () -> {
            work.run();
            return name;
        });
    }
}
