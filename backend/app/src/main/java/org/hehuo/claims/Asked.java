package org.hehuo.claims;

import java.util.UUID;
import org.hehuo.kernel.security.Caller;

/** The port to who asked a partner to claim. */
public interface Asked {

    /** The partner's claim is its answer, in the claim's transaction; the project's row is held. */
    void claimed(String project, String partner, UUID claim, Caller caller);
}
