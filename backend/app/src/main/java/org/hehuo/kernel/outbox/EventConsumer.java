package org.hehuo.kernel.outbox;

import java.util.List;

/** A reader of the ordered stream with a watermark of its own. */
public interface EventConsumer {

    /** Under which its watermark is kept; never changes. */
    String name();

    /**
     * Takes a batch in; the watermark moves in the same transaction. A batch comes again when that fails, so what it does
     * outside the database must bear repeating. An event that alone fails comes again later, behind younger ones.
     */
    void consume(List<Event> events);
}
