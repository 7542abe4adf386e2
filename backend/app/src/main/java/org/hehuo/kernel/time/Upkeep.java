package org.hehuo.kernel.time;

import java.time.Instant;

/** Regular work on rows that nobody looks at one by one: adding up, clearing away. */
public interface Upkeep {

    /**
     * A bounded batch, in one transaction of its own; skips what another instance holds.
     *
     * @return how many rows were done; the sweeper calls again while there are any
     */
    int tidy(Instant now);
}
