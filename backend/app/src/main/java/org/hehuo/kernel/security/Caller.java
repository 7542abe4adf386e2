package org.hehuo.kernel.security;

import java.util.Set;
import java.util.UUID;
import org.hehuo.kernel.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * Who asks: a person, a program, nobody in particular, or the clock. Every question of permission is answered from here.
 *
 * @param id the person's (or the program's account's) id; absent for anonymous callers and the clock
 * @param areas codes of the areas that the person works for; each covers all below it
 * @param partners ids of the partners that the caller speaks for
 * @param scopes for a program what its token allows; absent for people, whose role decides alone
 */
public record Caller(
        Kind kind,
        @Nullable UUID id,
        String displayName,
        Set<Role> roles,
        Set<String> areas,
        Set<String> partners,
        @Nullable Set<String> scopes,
        Language language) {

    private static final int SUBDISTRICT_DIGITS = 9;

    public enum Kind {
        ANONYMOUS,
        PERSON,
        PROGRAM,
        CLOCK
    }

    public static final Caller CLOCK =
            new Caller(Kind.CLOCK, null, "", Set.of(), Set.of(), Set.of(), null, Language.ZH_CN);

    public static Caller anonymous(Language language) {
        return new Caller(Kind.ANONYMOUS, null, "", Set.of(), Set.of(), Set.of(), null, language);
    }

    /** What is told as that person's deed, though somebody else let it happen. */
    public Caller as(UUID person) {
        return new Caller(Kind.PERSON, person, "", Set.of(), Set.of(), Set.of(), null, language);
    }

    public boolean isClock() {
        return kind == Kind.CLOCK;
    }

    public boolean isSignedIn() {
        return id != null;
    }

    public boolean isProgram() {
        return kind == Kind.PROGRAM;
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** The id of somebody who is signed in; endpoints that call this admit no others. */
    public UUID personId() {
        if (id == null) throw new IllegalStateException("nobody is signed in");
        return id;
    }

    public boolean isPerson(@Nullable UUID person) {
        return id != null && id.equals(person);
    }

    /** Whether the caller is staff for this area: it, or an area above it, is theirs. A code's prefix is its parent. */
    public boolean isStaffOf(String areaCode) {
        return is(Role.STAFF) && areas.stream().anyMatch(areaCode::startsWith);
    }

    /** Whether the caller works for the subdistrict or the district that the area is a part of. */
    public boolean isAbove(String areaCode) {
        return is(Role.STAFF)
                && areas.stream()
                        .anyMatch(area -> area.length() <= SUBDISTRICT_DIGITS
                                && area.length() < areaCode.length()
                                && areaCode.startsWith(area));
    }

    public boolean speaksFor(String partnerId) {
        return partners.contains(partnerId);
    }

    /** In which role somebody acted, for the timeline: the strongest that reaches the area. */
    public @Nullable Role roleIn(String areaCode) {
        if (isStaffOf(areaCode)) return Role.STAFF;
        if (is(Role.ADMIN)) return Role.ADMIN;
        if (!partners.isEmpty()) return Role.PARTNER;
        return isSignedIn() ? Role.RESIDENT : null;
    }

    /** In which role somebody acted on what has no area. */
    public @Nullable Role strongest() {
        if (is(Role.ADMIN)) return Role.ADMIN;
        if (is(Role.STAFF)) return Role.STAFF;
        return roleIn("");
    }

    /** Whether a program's token carries the scope; a person needs none. */
    public boolean hasScope(String scope) {
        return scopes == null || scopes.contains(scope);
    }
}
