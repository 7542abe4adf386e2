package org.hehuo.devstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** What goes on running when this process is ended by a kill -9: noted by its process id and the time of its birth. */
final class Leftovers {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path note;

    Leftovers(Path data) {
        this.note = data.resolve("running");
    }

    /** Notes this process first, then those that it started. */
    void note(Stream<ProcessHandle> parts) {
        var lines = Stream.concat(Stream.of(ProcessHandle.current()), parts)
                .map(Leftovers::line)
                .toList();
        try {
            Files.write(note, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends what an earlier run left behind; returns whether there was anything. A run that still lives is left alone. */
    boolean end() {
        if (!Files.exists(note)) return false;
        List<String> lines;
        try {
            lines = Files.readAllLines(note);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean alive = lines.stream().limit(1).anyMatch(line -> living(line).isPresent());
        if (alive) return false;
        var left = lines.stream()
                .flatMap(line -> living(line).stream())
                .flatMap(handle -> Stream.concat(handle.descendants(), Stream.of(handle)))
                .toList();
        left.forEach(ProcessHandle::destroy);
        left.forEach(Leftovers::await);
        return !left.isEmpty();
    }

    private static void await(ProcessHandle handle) {
        try {
            handle.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            handle.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String line(ProcessHandle handle) {
        return handle.pid() + " " + birth(handle);
    }

    /** The process of the line, unless its number has gone to another one meanwhile. */
    private static Optional<ProcessHandle> living(String line) {
        String[] words = line.split(" ", 2);
        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(handle -> birth(handle).equals(words[1]));
    }

    private static String birth(ProcessHandle handle) {
        return handle.info().startInstant().map(Instant::toString).orElse("");
    }
}
