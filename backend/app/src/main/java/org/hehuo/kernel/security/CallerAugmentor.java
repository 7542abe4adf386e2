package org.hehuo.kernel.security;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.text.Language;
import org.jdbi.v3.core.JdbiException;

/**
 * Joins what the token says with what our tables say: a membership or area gives its role at once, though an older token
 * lacks it; a session that was ended is nobody, and a person who was disabled may do nothing and is told why.
 */
@ApplicationScoped
class CallerAugmentor implements SecurityIdentityAugmentor {
    static final String CALLER = "hehuo.caller";
    static final String TROUBLE = "hehuo.trouble";

    final Standing standing;
    final VerifiedTokens verified;
    final String audience;

    CallerAugmentor(
            Standing standing, VerifiedTokens verified, @ConfigProperty(name = "hehuo.audience") String audience) {
        this.standing = standing;
        this.verified = verified;
        this.audience = audience;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken)) {
            return Uni.createFrom().item(identity);
        }
        return context.runBlocking(() -> known(identity));
    }

    /** A database that is away is no reason to sign anybody out: who asks may do nothing now, and is told why. */
    private SecurityIdentity known(SecurityIdentity identity) {
        try {
            return withReach(identity);
        } catch (JdbiException e) {
            return powerless(identity, e);
        }
    }

    private static SecurityIdentity powerless(SecurityIdentity identity, RuntimeException why) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .addAttribute(TROUBLE, why)
                .build();
    }

    private SecurityIdentity withReach(SecurityIdentity identity) {
        TokenWords words = identity.getAttribute(VerifiedTokens.WORDS);
        if (words == null) words = read(identity);
        boolean program = words.isOfAProgram();
        var reach = standing.of(words.subject(), words.username(), words.name(), program, words.session());
        if (reach.sessionEnded()) throw new AuthenticationFailedException("the session was ended");
        if (reach.disabled()) return powerless(identity, Problem.of(ApiError.PERSON_DISABLED));

        var roles = roles(identity, program, reach);
        var caller = new Caller(
                program ? Caller.Kind.PROGRAM : Caller.Kind.PERSON,
                words.subject(),
                reach.displayName(),
                roles,
                reach.areas(),
                reach.partners(),
                program ? words.scopes() : null,
                Language.ZH_CN);
        return QuarkusSecurityIdentity.builder(identity)
                .addRoles(roles.stream().map(Role::realmRole).collect(Collectors.toSet()))
                .addAttribute(CALLER, caller)
                .build();
    }

    private TokenWords read(SecurityIdentity identity) {
        var words = TokenWords.of((JsonWebToken) identity.getPrincipal());
        boolean session = identity.getCredential(IdTokenCredential.class) != null;
        if (!session && !words.isAccessTo(audience)) throw new AuthenticationFailedException("no access token for us");
        if (!session) verified.remember(identity, words);
        return words;
    }

    private static Set<Role> roles(SecurityIdentity identity, boolean program, Standing.Reach reach) {
        var roles = EnumSet.noneOf(Role.class);
        for (String name : identity.getRoles()) {
            var role = Role.of(name);
            if (role != null) roles.add(role);
        }
        // What a role reaches is in our tables: without a row there the token's word for it is empty.
        roles.remove(Role.PARTNER);
        roles.remove(Role.STAFF);
        roles.add(Role.RESIDENT);
        if (!reach.partners().isEmpty()) roles.add(Role.PARTNER);
        if (!reach.areas().isEmpty()) roles.add(Role.STAFF);
        if (program) roles.remove(Role.ADMIN);
        return roles;
    }
}
