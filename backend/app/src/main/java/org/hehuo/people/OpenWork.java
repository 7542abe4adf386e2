package org.hehuo.people;

import java.util.UUID;
import org.hehuo.kernel.security.Caller;

/** The port to what lies on somebody's desk, which higher features know. */
public interface OpenWork {

    int of(UUID person);

    /**
     * Puts it on a colleague's desk, as far as the colleague works for its areas.
     *
     * @return how much of it was handed over
     */
    int handOver(UUID from, UUID to, Caller caller);
}
