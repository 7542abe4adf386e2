package org.hehuo.kernel.life;

import java.util.List;
import java.util.UUID;
import org.hehuo.kernel.security.Caller;
import org.jspecify.annotations.Nullable;

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

    /** The state in which it was when it was set aside, if it is. */
    default @Nullable S setAside() {
        return null;
    }

    String areaCode();

    /** Whether anybody may learn of it. */
    boolean isPublic();

    /** Whether anybody may learn of it while it is in this state. */
    default boolean isPublicIn(S state) {
        return isPublic();
    }

    /** Whether those few who may open its page read there all that happens to it. */
    default boolean isForItsReaders() {
        return false;
    }

    /** The partner whose affair it is: its members, besides the staff, read what is not public. */
    default @Nullable String partner() {
        return null;
    }

    /** What this caller may do now that is no step of its life: {@code edit} … */
    default List<String> besides(Caller caller) {
        return List.of();
    }

    /** Whether this person's name is kept from others in what concerns this thing. */
    default boolean hides(UUID person) {
        return false;
    }
}
