package org.hehuo.kernel.life;

import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * One row of a lifecycle's table.
 *
 * @param to absent: the state stays, or is again what it was before the thing was set aside
 * @param back whether it is again what it was before
 * @param given what must come with it, for the documentation: {@code reason}, {@code outcome} …; empty for nothing
 * @param event the past participle of its event's type; empty: no event
 * @param only a further condition; absent: none
 */
public record Step<T, S extends Enum<S>>(
        Set<S> from,
        @Nullable S to,
        boolean back,
        Who<T> who,
        String given,
        String event,
        @Nullable Condition<T> only) {

    /**
     * What must hold besides the state.
     *
     * @param name as it is shown in the documentation
     * @param holds of the thing, for this caller
     * @param otherwise what the caller is told if it does not
     */
    public record Condition<T>(String name, BiPredicate<T, Caller> holds, ApiError otherwise) {
        public Condition(String name, Predicate<T> holds, ApiError otherwise) {
            this(name, (thing, caller) -> holds.test(thing), otherwise);
        }
    }

    public Step(Set<S> from, @Nullable S to, Who<T> who, String given, String event, @Nullable Condition<T> only) {
        this(from, to, false, who, given, event, only);
    }

    public Step(Set<S> from, @Nullable S to, Who<T> who, String given, String event) {
        this(from, to, who, given, event, null);
    }

    /** To where it was before it was set aside. */
    public static <T, S extends Enum<S>> Step<T, S> back(S from, Who<T> who, String given, String event) {
        return new Step<>(Set.of(from), null, true, who, given, event, null);
    }
}
