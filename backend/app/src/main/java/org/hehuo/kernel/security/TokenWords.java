package org.hehuo.kernel.security;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * What a token says, read once: the library asks for each claim that the standard does not name by way of an exception.
 *
 * @param type {@code Bearer} for an access token
 * @param session the identity provider's session; absent for a program
 * @param scopes what a program's token allows
 */
record TokenWords(
        UUID subject,
        String username,
        String name,
        String type,
        Set<String> audience,
        @Nullable String session,
        Set<String> scopes) {
    private static final String OF_A_PROGRAM = "service-account-";

    static TokenWords of(JsonWebToken token) {
        String username = text(token, "preferred_username", token.getSubject());
        return new TokenWords(
                UUID.fromString(token.getSubject()),
                username,
                text(token, "name", username),
                text(token, "typ", ""),
                token.getAudience() == null ? Set.of() : Set.copyOf(token.getAudience()),
                token.getClaim("sid"),
                Arrays.stream(text(token, "scope", "").split(" ")).collect(Collectors.toUnmodifiableSet()));
    }

    private static String text(JsonWebToken token, String claim, String otherwise) {
        @Nullable Object value = token.getClaim(claim);
        return value == null || value.toString().isBlank() ? otherwise : value.toString();
    }

    boolean isOfAProgram() {
        return username.startsWith(OF_A_PROGRAM);
    }

    /** An ID token or a refresh token, or a token for another audience, opens nothing. */
    boolean isAccessTo(String api) {
        return type.equals("Bearer") && audience.contains(api);
    }
}
