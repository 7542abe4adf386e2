package org.hehuo.kernel.life;

import java.util.UUID;

/** A thing with a lifecycle. Its state column is changed by {@link Lifecycle} and by nothing else. */
public interface Living<S extends Enum<S>> {

    /** What it is and its id; the kind is also the name of its table. */
    Ref ref();

    /** Its id as the table's key holds it. */
    default Object key() {
        return ref().id();
    }

    /** The thing on whose page its steps are told: itself, or what it belongs to. */
    default Ref page() {
        return ref();
    }

    S state();

    String areaCode();

    /** Whether anybody may learn of its steps. */
    boolean isPublic();

    /** Whether this person's name is kept from others in what concerns this thing. */
    default boolean hides(UUID person) {
        return false;
    }
}
