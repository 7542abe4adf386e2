package org.hehuo.kernel.outbox;

import java.util.Collection;

/** The port to what an event concerns besides its own page and what that grew from: who watches it is told too. */
public interface Concern {

    /** Ids of things that can be watched. */
    Collection<String> of(Event event);
}
