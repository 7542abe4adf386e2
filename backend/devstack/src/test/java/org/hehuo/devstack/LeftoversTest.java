package org.hehuo.devstack;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftoversTest {
    @TempDir
    Path data;

    private Process left;

    @BeforeEach
    void aPartRuns() throws IOException {
        left = new ProcessBuilder("sleep", "60").start();
    }

    @AfterEach
    void itEnds() {
        left.destroyForcibly();
    }

    @Test
    void theNextRunEndsWhatAKilledOneLeft() throws IOException {
        new Leftovers(data).note(Stream.of(left.toHandle()));
        whoNotedIsGone();
        assertTrue(new Leftovers(data).end());
        assertFalse(left.isAlive());
        assertFalse(new Leftovers(data).end());
    }

    @Test
    void aRunThatLivesIsLeftAlone() {
        new Leftovers(data).note(Stream.of(left.toHandle()));
        assertFalse(new Leftovers(data).end());
        assertTrue(left.isAlive());
    }

    @Test
    void anotherProcessOfTheSameNumberIsLeftAlone() throws IOException {
        Files.writeString(data.resolve("running"), "999999999 then\n" + left.pid() + " then\n");
        assertFalse(new Leftovers(data).end());
        assertTrue(left.isAlive());
    }

    @Test
    void theFirstRunFindsNothing() {
        assertFalse(new Leftovers(data).end());
    }

    private void whoNotedIsGone() throws IOException {
        Path note = data.resolve("running");
        var lines = Files.readAllLines(note);
        lines.set(0, "999999999 then");
        Files.write(note, lines);
    }
}
