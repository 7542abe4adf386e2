package org.hehuo.kernel.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.hehuo.kernel.time.Time;
import org.jspecify.annotations.Nullable;

/**
 * Bearers whose signature was seen to be good, until they expire: to see it again costs more than most answers. What is
 * remembered is what the token says, never what its bearer may do: that is looked up each time.
 */
@ApplicationScoped
class VerifiedTokens implements HttpAuthenticationMechanism, IdentityProvider<VerifiedTokens.Known> {
    /** Under which a known identity carries its {@link TokenWords}. */
    static final String WORDS = "hehuo.words";

    private static final String BEARER = "Bearer ";
    private static final int MOST = 10_000;
    /** Before the identity provider's own. */
    private static final int PRIORITY = 5000;

    static final class Known extends BaseAuthenticationRequest {
        final SecurityIdentity identity;

        Known(SecurityIdentity identity) {
            this.identity = identity;
        }
    }

    final Cache<String, SecurityIdentity> identities;

    VerifiedTokens(Time time) {
        identities = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfter(Expiry.creating((String token, SecurityIdentity identity) -> Duration.ofSeconds(Math.max(
                        0,
                        ((JsonWebToken) identity.getPrincipal()).getExpirationTime()
                                - time.instant().getEpochSecond()))))
                .build();
    }

    /** To be called with what was verified just now, before anything of ours is added. */
    void remember(SecurityIdentity verified, TokenWords words) {
        var token = (JsonWebToken) verified.getPrincipal();
        var identity = QuarkusSecurityIdentity.builder()
                .setPrincipal(token)
                .addRoles(verified.getRoles())
                .addAttribute(WORDS, words)
                .build();
        identities.put(token.getRawToken(), identity);
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager manager) {
        var known = known(context.request().getHeader(HttpHeaders.AUTHORIZATION));
        return known == null ? Uni.createFrom().nullItem() : manager.authenticate(new Known(known));
    }

    @Nullable
    SecurityIdentity known(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) return null;
        return identities.getIfPresent(authorization.substring(BEARER.length()));
    }

    @Override
    public Uni<SecurityIdentity> authenticate(Known request, AuthenticationRequestContext context) {
        return Uni.createFrom().item(request.identity);
    }

    @Override
    public Class<Known> getRequestType() {
        return Known.class;
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(Known.class);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().nullItem();
    }

    @Override
    public int getPriority() {
        return PRIORITY;
    }
}
