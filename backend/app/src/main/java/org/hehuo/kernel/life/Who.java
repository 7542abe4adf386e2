package org.hehuo.kernel.life;

import java.util.function.BiPredicate;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Role;

/**
 * Who may do a step.
 *
 * @param name as it is shown in the documentation
 * @param admits whether it may be this caller, with this thing
 */
public record Who<T>(String name, BiPredicate<Caller, T> admits) {

    public static <T extends Living<?>> Who<T> staff() {
        return new Who<>("staff of the area", (caller, thing) -> caller.isStaffOf(thing.areaCode()));
    }

    public static <T> Who<T> district() {
        return new Who<>("the district centre", (caller, thing) -> caller.is(Role.ADMIN));
    }

    /** The system itself: time, or what became of a thing next to it. */
    public static <T> Who<T> system() {
        return new Who<>("the system", (caller, thing) -> caller.isClock());
    }

    public Who<T> or(Who<T> other) {
        return new Who<>(name + ", or " + other.name, admits.or(other.admits));
    }
}
