package org.hehuo.media;

import java.util.Set;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.security.Caller;

/** The port to things that show pictures; a feature with such things implements it. */
public interface Exhibition {

    /** The kinds of its things, as in {@code Ref}. */
    Set<String> kinds();

    /** Whether the caller may see the thing, and so its pictures. */
    boolean shows(Ref thing, Caller caller);

    /** Whether whoever took its pictures may still say something beside them. */
    default boolean takesWords(Ref thing) {
        return true;
    }
}
