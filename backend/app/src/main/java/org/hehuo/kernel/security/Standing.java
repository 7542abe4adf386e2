package org.hehuo.kernel.security;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The port through which the kernel learns what our own tables say of a person. */
public interface Standing {

    /** What our tables give a person beyond the token's roles. */
    record Reach(String displayName, Set<String> areas, Set<String> partners, boolean disabled, boolean sessionEnded) {}

    /**
     * Knows the person from now on, if it was not known before.
     *
     * @param session the identity provider's session id, to see whether it was ended by a logout
     */
    Reach of(UUID person, String username, String displayName, boolean program, @Nullable String session);

    /** Ends a session on every instance: whoever presents it from now on is not signed in. */
    void endSession(String session);
}
