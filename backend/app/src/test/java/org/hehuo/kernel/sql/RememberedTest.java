package org.hehuo.kernel.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RememberedTest {
    @Test
    void isReadOnceUntilItIsForgotten() {
        var reads = new AtomicInteger();
        var remembered = new Remembered<>(Duration.ofHours(1), reads::incrementAndGet);
        remembered.get();
        assertEquals(1, remembered.get());
        remembered.forget();
        assertEquals(2, remembered.get());
    }

    @Test
    void aChangeDuringAReadIsSeenByTheNext() {
        var written = new AtomicReference<>("old");
        var remembered = new AtomicReference<Remembered<String>>();
        remembered.set(new Remembered<>(Duration.ofHours(1), () -> {
            String read = written.get();
            written.set("new");
            remembered.get().forget();
            return read;
        }));
        remembered.get().get();
        assertEquals("new", remembered.get().get());
    }
}
