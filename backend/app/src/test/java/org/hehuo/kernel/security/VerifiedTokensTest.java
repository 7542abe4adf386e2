package org.hehuo.kernel.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.Claims;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.hehuo.kernel.time.Time;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
    private static final TokenWords WORDS =
            new TokenWords(new UUID(0, 1), "resident1", "居民", "Bearer", Set.of("hehuo-api"), "of-keycloak", Set.of());

    private final VerifiedTokens tokens = new VerifiedTokens(new Time());

    private record Token(String raw, long expires) implements JsonWebToken {
        @Override
        public String getRawToken() {
            return raw;
        }

        @Override
        public String getName() {
            return "resident1";
        }

        @Override
        public Set<String> getClaimNames() {
            return Set.of(Claims.exp.name());
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        public <T> T getClaim(String name) {
            return name.equals(Claims.exp.name()) ? (T) (Long) expires : (T) raw;
        }
    }

    private void remember(String token, int seconds) {
        var principal = new Token(token, Instant.now().getEpochSecond() + seconds);
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(principal)
                .addRole("resident")
                .addAttribute("of-that-request", "x")
                .build();
        tokens.remember(identity, WORDS);
    }

    @Test
    void whatItSaysIsKnownUntilItExpires() {
        remember("good", 60);
        remember("expired", -1);
        var known = Objects.requireNonNull(tokens.known("bearer good"));
        assertEquals(Set.of("resident"), known.getRoles());
        assertEquals(Map.of(VerifiedTokens.WORDS, WORDS), known.getAttributes());
        assertNull(tokens.known("Bearer expired"));
    }

    @Test
    void nothingElseIs() {
        remember("good", 60);
        assertNull(tokens.known(null));
        for (String other : new String[] {"", "Bearer ", "Bearer goo", "Bearer good ", "Basic good", "good"}) {
            assertNull(tokens.known(other), other);
        }
    }
}
