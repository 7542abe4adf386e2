package org.hehuo.kernel.security;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.common.OidcRequestFilter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The framework waits for an answer of the identity provider as long as it takes, and lets whoever's token is to be renewed wait too. */
@ApplicationScoped
@Unremovable
class ProviderPatience implements OidcRequestFilter {

    @Override
    public Uni<Void> filter(OidcRequestFilterContext context) {
        context.request().timeout(IdentityProvider.PATIENCE.toMillis());
        return Uni.createFrom().voidItem();
    }
}
