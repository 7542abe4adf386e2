package org.hehuo.kernel.life;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Role;
import org.hehuo.kernel.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * Walks a lifecycle's table: every action on a thing in every condition by everybody. What is right is worked out here from
 * the words that the documentation shows, so that words and rules cannot drift apart.
 *
 * @param things in every state, and in every other way that a condition asks about
 * @param conditions by the condition's name
 */
public record TableWalk<T extends Living<S>, S extends Enum<S>>(
        List<? extends Action<T, S>> rows, List<T> things, Map<String, Predicate<T>> conditions) {
    public static final String AREA = "370203019001";
    public static final String HOLDER = "HH-0001";
    public static final UUID AUTHOR = new UUID(0, 1);
    public static final UUID ADMIN = new UUID(0, 3);
    public static final UUID OWNER = new UUID(0, 9);

    private static final Map<String, Caller> EVERYBODY = Map.ofEntries(
            Map.entry("passer-by", Caller.anonymous(Language.ZH_CN)),
            Map.entry("stranger", person(new UUID(0, 2), Role.RESIDENT)),
            Map.entry("author", person(AUTHOR, Role.RESIDENT)),
            Map.entry("staff", staff(AREA)),
            Map.entry("street", staff("370203019")),
            Map.entry("staff elsewhere", staff("370203020002")),
            Map.entry("staff below", staff(AREA + "001")),
            Map.entry("area without the role", reaching(Caller.Kind.PERSON, Set.of(AREA), Set.of(), Role.RESIDENT)),
            Map.entry("holder", partner(Caller.Kind.PERSON, HOLDER)),
            Map.entry("holder's program", partner(Caller.Kind.PROGRAM, HOLDER)),
            Map.entry("other partner", partner(Caller.Kind.PERSON, "HH-0002")),
            Map.entry("admin", admin()),
            Map.entry("clock", Caller.CLOCK));

    private static final Map<String, Set<String>> WHO = Map.ofEntries(
            Map.entry("staff of the area", Set.of("staff", "street")),
            Map.entry("the author", Set.of("author")),
            Map.entry("the applicant", Set.of("author")),
            Map.entry("the district centre", Set.of("admin")),
            Map.entry("the subdistrict", Set.of("street")),
            Map.entry("the district", Set.of("admin")),
            Map.entry(
                    "anybody signed in",
                    Set.of(
                            "stranger",
                            "author",
                            "staff",
                            "street",
                            "staff elsewhere",
                            "staff below",
                            "area without the role",
                            "holder",
                            "other partner",
                            "admin")),
            Map.entry("the partner", Set.of("holder", "holder's program")),
            Map.entry("an owner of the partner", Set.of("holder", "holder's program")),
            Map.entry("a partner that holds it", Set.of("holder", "holder's program")),
            Map.entry("one of the two partners", Set.of("holder", "holder's program", "other partner")),
            Map.entry("staff for one that has nobody here", Set.of()),
            Map.entry("the system", Set.of("clock")));

    /** @return how many cells were compared */
    public int walk() {
        int cells = 0;
        for (var action : rows) {
            for (var thing : things) {
                for (var caller : EVERYBODY.entrySet()) {
                    compare(action, thing, caller.getKey(), caller.getValue());
                    cells++;
                }
            }
        }
        return cells;
    }

    private void compare(Action<T, S> action, T thing, String name, Caller caller) {
        String cell = name + " → " + action.verb() + " on " + thing;
        var expected = expected(action, thing, name);
        assertEquals(expected == null, action.allows(thing, caller), cell);
        assertEquals(expected, refusal(action, thing, caller), cell);
        boolean offered = allowed(thing, caller).contains(action.verb());
        assertEquals(expected == null && caller.isSignedIn(), offered, cell);
    }

    private @Nullable ApiError expected(Action<T, S> action, T thing, String name) {
        var step = action.step();
        boolean permitted = Arrays.stream(step.who().name().split(", or "))
                .anyMatch(who -> WHO.getOrDefault(who, Set.of()).contains(name));
        if (!permitted) return ApiError.FORBIDDEN;
        if (!step.from().contains(thing.state())) return ApiError.WRONG_STATE;
        var only = step.only();
        if (only == null) return null;
        var holds = conditions.get(only.name());
        if (holds == null) throw new AssertionError("no test knows the condition “" + only.name() + "”");
        return holds.test(thing) ? null : only.otherwise();
    }

    private @Nullable ApiError refusal(Action<T, S> action, T thing, Caller caller) {
        try {
            action.check(thing, caller);
            return null;
        } catch (Problem problem) {
            if (problem.error() != ApiError.FORBIDDEN) {
                assertEquals(thing.state().name().toLowerCase(java.util.Locale.ROOT), problem.state());
                assertEquals(allowed(thing, caller), problem.allowedActions());
            }
            return problem.error();
        }
    }

    @SuppressWarnings("unchecked")
    private List<String> allowed(T thing, Caller caller) {
        return Action.allowed(rows.toArray(Action[]::new), thing, caller);
    }

    public static Caller admin() {
        return person(ADMIN, Role.RESIDENT, Role.ADMIN);
    }

    private static Caller person(UUID id, Role first, Role... rest) {
        return new Caller(
                Caller.Kind.PERSON, id, "", EnumSet.of(first, rest), Set.of(), Set.of(), null, Language.ZH_CN);
    }

    private static Caller staff(String area) {
        return reaching(Caller.Kind.PERSON, Set.of(area), Set.of(), Role.RESIDENT, Role.STAFF);
    }

    private static Caller partner(Caller.Kind kind, String partner) {
        return reaching(kind, Set.of(), Set.of(partner), Role.RESIDENT, Role.PARTNER);
    }

    private static Caller reaching(Caller.Kind kind, Set<String> areas, Set<String> partners, Role... roles) {
        return new Caller(kind, OWNER, "", Set.of(roles), areas, partners, Set.of(), Language.ZH_CN);
    }
}
