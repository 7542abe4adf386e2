package org.hehuo.kernel.security;

import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Signing in and out in the browser. The identity provider asks for the password; the browser never holds a token. */
@Path("/api")
class LoginResource {
    private static final int MARK_KEPT = (int) Duration.ofDays(30).toSeconds();

    /** A path of our own: begins with one slash, and nothing in it can begin another host. */
    private static final Pattern OWN_PATH = Pattern.compile("/(?![/\\\\])[\\p{Alnum}\\-._~/?&=:,%+]*");

    final Standing standing;
    final OidcSession session;
    final OidcConfigurationMetadata provider;
    final CurrentIdentityAssociation identity;
    final String clientId;

    LoginResource(
            Standing standing,
            OidcSession session,
            OidcConfigurationMetadata provider,
            CurrentIdentityAssociation identity,
            @ConfigProperty(name = "quarkus.oidc.client-id") String clientId) {
        this.standing = standing;
        this.session = session;
        this.provider = provider;
        this.identity = identity;
        this.clientId = clientId;
    }

    @GET
    @Path("login")
    @Authenticated
    @Operation(hidden = true)
    public Response login(@RestQuery @Nullable String returnTo, UriInfo uri) {
        return Response.seeOther(URI.create(safe(returnTo)))
                .cookie(mark(uri).value("yes").maxAge(MARK_KEPT).build())
                .build();
    }

    /** Tells the screens, without a request, that somebody may be signed in. It is no secret and gives no right. */
    private static NewCookie.Builder mark(UriInfo uri) {
        return new NewCookie.Builder("hehuo-signed-in")
                .path("/")
                .sameSite(NewCookie.SameSite.LAX)
                .secure(uri.getBaseUri().getScheme().equals("https"));
    }

    /**
     * Where the identity provider sends the browser back. An address of its own: somebody who left the login page by the back
     * button and asks again starts anew, instead of being taken for coming back.
     */
    @GET
    @Path("login/return")
    @Authenticated
    @Operation(hidden = true)
    public Response comeBack() {
        return Response.seeOther(URI.create("/")).build();
    }

    /** What the browser does next: visit the identity provider, so that its session ends too. */
    record LoggedOut(String redirectTo) {}

    @POST
    @Path("logout")
    @PermitAll
    @Blocking
    @Operation(hidden = true)
    public LoggedOut logout(UriInfo uri) {
        var who = identity.getIdentity();
        var idToken = who.getCredential(IdTokenCredential.class);
        String home = uri.getBaseUriBuilder().replacePath("/").build().toString();
        if (idToken == null) return new LoggedOut("/");
        if (who.getPrincipal() instanceof JsonWebToken token && token.getClaim("sid") != null) {
            standing.endSession(token.getClaim("sid"));
        }
        session.logout().await().indefinitely();
        var redirect = UriBuilder.fromUri(provider.getEndSessionUri())
                .queryParam("client_id", clientId)
                .queryParam("id_token_hint", idToken.getToken())
                .queryParam("post_logout_redirect_uri", home)
                .build();
        return new LoggedOut(redirect.toString());
    }

    static String safe(@Nullable String returnTo) {
        return returnTo != null
                        && OWN_PATH.matcher(returnTo).matches()
                        && !returnTo.contains("%2f")
                        && !returnTo.contains("%2F")
                        && !returnTo.contains("%5c")
                        && !returnTo.contains("%5C")
                ? returnTo
                : "/";
    }
}
