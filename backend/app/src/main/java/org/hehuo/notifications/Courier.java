package org.hehuo.notifications;

import java.util.Collection;
import java.util.UUID;

/** The port to whoever carries news further than the screen. */
public interface Courier {

    /** These people were told of these events, in the transaction at hand: to be noted in it, and carried later. */
    void note(Collection<UUID> events, Collection<UUID> people);
}
