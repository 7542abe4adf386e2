package org.hehuo.kernel.life;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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

    /** Whether what is said with it is for who said it and the staff alone. */
    default boolean isSaidAside() {
        return false;
    }

    /** In which state the thing is afterwards. */
    default S to(T thing) {
        if (step().back()) return Objects.requireNonNull(thing.setAside());
        return Objects.requireNonNullElse(step().to(), thing.state());
    }

    default boolean allows(T thing, Caller caller) {
        var only = step().only();
        return step().who().admits().test(caller, thing)
                && step().from().contains(thing.state())
                && (only == null || only.holds().test(thing, caller));
    }

    /** Permission is asked before state, so that a stranger learns nothing. */
    default void check(T thing, Caller caller) {
        if (!step().who().admits().test(caller, thing)) throw Problem.of(ApiError.FORBIDDEN);
        var only = step().only();
        if (!step().from().contains(thing.state())) throw refusal(ApiError.WRONG_STATE, thing, caller);
        if (only != null && !only.holds().test(thing, caller)) throw refusal(only.otherwise(), thing, caller);
    }

    /** Whether it makes public what was not, whatever the state says. */
    default boolean reveals(T thing) {
        return false;
    }

    private Problem refusal(ApiError error, T thing, Caller caller) {
        return refusal(error, siblings(), thing, caller);
    }

    @SuppressWarnings("unchecked")
    private Action<T, S>[] siblings() {
        return (Action<T, S>[]) getClass().getEnumConstants();
    }

    /** A refusal that says in which state the thing is and what this caller may do with it now. */
    static <T extends Living<S>, S extends Enum<S>> Problem refusal(
            ApiError error, Action<T, S>[] table, T thing, Caller caller) {
        return Problem.about(error, thing.ref().kind(), thing.state(), allowed(table, thing, caller));
    }

    /** What this caller may do with this thing now: the table's verbs, and what is no step of its life. */
    static <T extends Living<S>, S extends Enum<S>> List<String> allowed(Action<T, S>[] table, T thing, Caller caller) {
        if (!caller.isSignedIn()) return List.of();
        var verbs = Arrays.stream(table).filter(a -> a.allows(thing, caller)).map(Action::verb);
        return Stream.concat(verbs, thing.besides(caller).stream()).toList();
    }
}
