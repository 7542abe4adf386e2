package org.hehuo.kernel.life;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;

/** Implemented by the enum that is a lifecycle's table; each constant is a row. */
public interface Action<T extends Living<S>, S extends Enum<S>> {

    Step<T, S> step();

    String name();

    /** The verb as it stands in the address: {@code report-completion}. */
    default String verb() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    default boolean allows(T thing, Caller caller) {
        var only = step().only();
        return step().who().admits().test(caller, thing)
                && step().from().contains(thing.state())
                && (only == null || only.holds().test(thing));
    }

    /** Permission is asked before state, so that a stranger learns nothing. */
    default void check(T thing, Caller caller) {
        if (!step().who().admits().test(caller, thing)) throw Problem.of(ApiError.FORBIDDEN);
        var only = step().only();
        if (!step().from().contains(thing.state())) throw refusal(ApiError.WRONG_STATE, thing, caller);
        if (only != null && !only.holds().test(thing)) throw refusal(only.otherwise(), thing, caller);
    }

    private Problem refusal(ApiError error, T thing, Caller caller) {
        if (error != ApiError.WRONG_STATE) return Problem.of(error);
        return Problem.wrongState(thing.state(), allowed(siblings(), thing, caller));
    }

    @SuppressWarnings("unchecked")
    private Action<T, S>[] siblings() {
        return (Action<T, S>[]) getClass().getEnumConstants();
    }

    /** The verbs that this caller may use on this thing now. */
    static <T extends Living<S>, S extends Enum<S>> List<String> allowed(Action<T, S>[] table, T thing, Caller caller) {
        if (!caller.isSignedIn()) return List.of();
        return allowedOf(Arrays.stream(table), thing, caller);
    }

    private static <T extends Living<S>, S extends Enum<S>> List<String> allowedOf(
            Stream<Action<T, S>> table, T thing, Caller caller) {
        return table.filter(a -> a.allows(thing, caller)).map(Action::verb).toList();
    }
}
