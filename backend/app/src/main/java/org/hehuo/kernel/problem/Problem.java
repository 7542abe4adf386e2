package org.hehuo.kernel.problem;

import java.time.Duration;
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
    private final @Nullable String kind;
    private final @Nullable String state;
    private final transient List<String> allowedActions;
    private final String saying;
    private final @Nullable Duration wait;

    /** What is wrong with a field, before it is put into the caller's words. */
    public record Fault(String field, String code) {}

    private Problem(
            ApiError error,
            List<Fault> faults,
            @Nullable String kind,
            @Nullable String state,
            List<String> allowedActions,
            String saying,
            @Nullable Duration wait) {
        super(error.code(), null, false, false);
        this.error = error;
        this.faults = faults;
        this.kind = kind;
        this.state = state;
        this.allowedActions = allowedActions;
        this.saying = saying;
        this.wait = wait;
    }

    public static Problem of(ApiError error) {
        return new Problem(error, List.of(), null, null, List.of(), "", null);
    }

    /** A form whose field is wrong in a way that only the service can see (422). */
    public static Problem invalid(String field, String code) {
        return new Problem(ApiError.INVALID, List.of(new Fault(field, code)), null, null, List.of(), "", null);
    }

    /** A request whose parameter is wrong (400). */
    public static Problem badParameter(ApiError error, String name, String code) {
        return new Problem(error, List.of(new Fault(name, code)), null, null, List.of(), "", null);
    }

    /** What was asked does not fit a thing as it is now (409): says in which state it is, and what may be done instead. */
    public static Problem about(ApiError error, String kind, Enum<?> state, List<String> allowedActions) {
        String word = state.name().toLowerCase(Locale.ROOT);
        return new Problem(error, List.of(), kind, word, allowedActions, "", null);
    }

    /** The same, with what its words leave a place for: names and quantities, which need no translation. */
    public Problem saying(String what) {
        return new Problem(error, faults, kind, state, allowedActions, what, wait);
    }

    /** The same, with the time after which it is no more. */
    public Problem comeAgainAfter(Duration time) {
        return new Problem(error, faults, kind, state, allowedActions, saying, time);
    }

    public ApiError error() {
        return error;
    }

    public List<Fault> faults() {
        return faults;
    }

    public String saying() {
        return saying;
    }

    /** After which time the caller may come again, where it is known. */
    public @Nullable Duration waiting() {
        return wait;
    }

    /** What kind of thing the state is one of. */
    public @Nullable String kind() {
        return kind;
    }

    public @Nullable String state() {
        return state;
    }

    public List<String> allowedActions() {
        return allowedActions;
    }
}
