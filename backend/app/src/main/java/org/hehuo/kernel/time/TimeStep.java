package org.hehuo.kernel.time;

import java.time.Instant;
import java.util.List;

/** What time brings about: a feature's due transitions, carried out by the sweeper on whichever instance comes first. */
public interface TimeStep {
    /** More than falls due between two rounds; the rest is for the next. */
    int MOST_A_ROUND = 2000;

    /** Ids of the things that are due, the longest due first; at most {@link #MOST_A_ROUND}. */
    List<String> due(Instant now);

    /** One of them, in a transaction of its own; does nothing if it is due no more or another instance holds it. */
    void carryOut(String id, Instant now);
}
