package org.hehuo.notifications;

import java.util.Collection;
import java.util.Map;
import org.hehuo.kernel.security.Caller;

/** The port to the titles of things; a feature whose things can be followed, or told of, implements it. */
public interface Titled {

    /** The kind of its things, as in {@code Ref}. */
    String kind();

    /** Titles by id, of those that this caller may see; for all rows of a list at once. */
    Map<String, String> titles(Collection<String> ids, Caller caller);

    default boolean canBeFollowed() {
        return true;
    }
}
