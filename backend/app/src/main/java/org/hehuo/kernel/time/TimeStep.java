package org.hehuo.kernel.time;

import java.time.Instant;

/** What time brings about: a feature's due transitions, carried out by the sweeper on whichever instance comes first. */
public interface TimeStep {

    /**
     * Carries out a bounded batch of what is due, in one transaction of its own; skips what another instance holds.
     *
     * @return how many were carried out; the sweeper calls again while there are any
     */
    int carryOut(Instant now);
}
