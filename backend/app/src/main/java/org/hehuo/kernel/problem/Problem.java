package org.hehuo.kernel.problem;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A refusal that the caller can do something about. Services throw it; one mapper answers it. It carries no stack trace,
 * for it is expected.
 */
public final class Problem extends RuntimeException {
    private final ApiError error;
    private final transient List<Fault> faults;
    private final @Nullable String state;
    private final transient List<String> allowedActions;

    /** What is wrong with a field, before it is put into the caller's words. */
    public record Fault(String field, String code) {}

    private Problem(ApiError error, List<Fault> faults, @Nullable String state, List<String> allowedActions) {
        super(error.code(), null, false, false);
        this.error = error;
        this.faults = faults;
        this.state = state;
        this.allowedActions = allowedActions;
    }

    public static Problem of(ApiError error) {
        return new Problem(error, List.of(), null, List.of());
    }

    /** A form whose field is wrong in a way that only the service can see (422). */
    public static Problem invalid(String field, String code) {
        return new Problem(ApiError.INVALID, List.of(new Fault(field, code)), null, List.of());
    }

    /** A request whose parameter is wrong (400). */
    public static Problem badParameter(ApiError error, String name, String code) {
        return new Problem(error, List.of(new Fault(name, code)), null, List.of());
    }

    /** The thing is not in a state that allows the step (409): says which state, and what may be done instead. */
    public static Problem wrongState(Enum<?> state, List<String> allowedActions) {
        String word = state.name().toLowerCase(Locale.ROOT);
        return new Problem(ApiError.WRONG_STATE, List.of(), word, allowedActions);
    }

    public ApiError error() {
        return error;
    }

    public List<Fault> faults() {
        return faults;
    }

    public @Nullable String state() {
        return state;
    }

    public List<String> allowedActions() {
        return allowedActions;
    }
}
