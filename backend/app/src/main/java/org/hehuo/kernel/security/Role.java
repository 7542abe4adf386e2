package org.hehuo.kernel.security;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What kind of thing someone may do; what it reaches is said by areas and memberships. Named as Keycloak's realm roles. */
public enum Role {
    RESIDENT,
    PARTNER,
    STAFF,
    ADMIN,
    INTEGRATION;

    /** Names for {@code @RolesAllowed}. */
    public static final String R = "resident";

    public static final String P = "partner";
    public static final String S = "staff";
    public static final String A = "admin";
    public static final String I = "integration";

    public String realmRole() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static @Nullable Role of(String realmRole) {
        for (var role : values()) if (role.realmRole().equals(realmRole)) return role;
        return null;
    }
}
