package org.hehuo.devstack;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The running servers of one stack. They end with this process, however that ends; after a kill -9 at the next run, by {@link Leftovers}. */
final class Parts implements AutoCloseable {
    private final Deque<Part> running = new ArrayDeque<>();
    private final Thread atExit = new Thread(this::stopNow, "stop the stack");
    private boolean closed;
    private volatile boolean stopping;

    Parts() {
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** Starting excludes closing: a part that is just being born would be missed. */
    synchronized <T> T start(Supplier<T> start) {
        if (closed) {
            throw new DevstackException("Stopped while starting");
        }
        return start.get();
    }

    synchronized <T extends Part> T keep(Supplier<T> start) {
        T part = start(start);
        running.push(part);
        return part;
    }

    /** Waits until one part has ended and returns its name. */
    String awaitEnd() {
        var ends = running.stream()
                .map(part -> part.handle().onExit().thenApply(handle -> part.name()))
                .toArray(CompletableFuture<?>[]::new);
        return String.valueOf(CompletableFuture.anyOf(ends).join());
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!running.isEmpty()) {
            running.pop().close();
        }
    }

    synchronized Stream<ProcessHandle> handles() {
        return running.stream().map(Part::handle).toList().stream();
    }

    /** True when somebody ends this process, rather than one part by itself. */
    boolean stopping() {
        return stopping;
    }

    private void stopNow() {
        stopping = true;
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
        close();
    }
}
