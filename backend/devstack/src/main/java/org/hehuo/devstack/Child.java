package org.hehuo.devstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A process of the stack, with its log; it and all that it started end with {@link #close}. */
final class Child implements Part {
    private static final int LINES_SHOWN = 25;

    private final String name;
    private final Process process;
    private final Path log;

    private Child(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    static Child start(String name, ProcessBuilder builder, Path log) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            builder.redirectErrorStream(true).redirectOutput(log.toFile());
            return new Child(name, builder.start(), log);
        } catch (IOException e) {
            throw new DevstackException(name + " cannot be started: " + e.getMessage(), e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ProcessHandle handle() {
        return process.toHandle();
    }

    void awaitReady(Duration patience, BooleanSupplier ready) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!ready.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw failed("is not ready after " + patience.toSeconds() + " s");
            }
            if (endsWithin(Duration.ofMillis(100))) {
                throw failed("ended with status " + process.exitValue());
            }
        }
    }

    void awaitSuccess() {
        awaitEnd(Duration.ofMinutes(10));
        if (process.exitValue() != 0) {
            throw failed("did not succeed");
        }
    }

    void awaitEnd(Duration patience) {
        if (!endsWithin(patience)) {
            throw failed("did not end in " + patience.toSeconds() + " s");
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> family = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        family.forEach(ProcessHandle::destroy);
        if (!endsWithin(Duration.ofSeconds(10))) {
            family.forEach(ProcessHandle::destroyForcibly);
        }
    }

    private boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DevstackException("Interrupted while waiting for " + name, e);
        }
    }

    private DevstackException failed(String how) {
        close();
        return new DevstackException(name + " " + how + "; the end of " + log + ":\n" + endOfLog());
    }

    private String endOfLog() {
        try {
            var lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size()));
        } catch (IOException e) {
            return "unreadable: " + e.getMessage();
        }
    }
}
