package org.hehuo.delivery;

import java.time.Instant;
import java.util.UUID;

/** One message to one person; its id names it to the outside, however often it is tried. */
record Letter(UUID id, UUID person, Form form, Instant madeAt) {

    enum Form {
        MAIL,
        SMS,
        /** Asks whether an address is its owner's. */
        CONFIRMATION
    }

    enum Ending {
        SENT,
        /** Nobody is there to read it any more, or nobody wants it. */
        UNWANTED,
        GIVEN_UP
    }
}
