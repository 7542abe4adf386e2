package org.hehuo.delivery;

import java.io.IOException;
import java.util.Set;

/** A way to reach people: a mail server, an SMS gateway. */
interface Carrier {

    /** Whether the operator has set it up. */
    boolean isOn();

    Set<Letter.Form> forms();

    /**
     * Hands the letter over, in bounded time and outside of any transaction; may be asked again for the same one.
     *
     * @throws IOException if it could not be handed over, or nobody knows whether it was
     */
    Letter.Ending carry(Letter letter) throws IOException;
}
