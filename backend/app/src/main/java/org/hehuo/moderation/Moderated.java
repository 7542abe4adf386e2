package org.hehuo.moderation;

import java.util.Set;
import java.util.UUID;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.security.Caller;
import org.jspecify.annotations.Nullable;

/** The port to what may be reported: the feature that shows it hides it, or shows it again. */
public interface Moderated {

    /** @param page the topic on whose page it stands */
    record Post(Ref ref, String page, String area, UUID author, String text) {}

    Set<String> kinds();

    /**
     * Holds it against being hidden until the transaction ends.
     *
     * @throws org.hehuo.kernel.problem.Problem {@code not_found} where the caller does not see it, {@code wrong_state} where
     *     it does not stand before everybody's eyes
     */
    Post find(Ref thing, Caller caller);

    /** The feature tells {@link Reports} of it. */
    void hide(Ref thing, String reason, @Nullable Cause cause, Caller caller);

    /** Shows what was held. The feature tells {@link Reports} of it. Returns whether it was held. */
    boolean release(Ref thing, Caller caller, String reason);
}
