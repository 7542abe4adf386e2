package org.hehuo.kernel.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Set;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** With a session cookie, only our own pages may change anything: another site can send neither the header nor our origin. */
class ForgeryFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @ServerRequestFilter(preMatching = true)
    void check(ContainerRequestContext request) {
        if (SAFE.contains(request.getMethod())) return;
        if (request.getHeaderString(HttpHeaders.AUTHORIZATION) != null) return;
        boolean session = request.getCookies().keySet().stream().anyMatch(name -> name.startsWith("q_session"));
        if (!session) return;
        boolean ours = "JavaScript".equals(request.getHeaderString("X-Requested-With"))
                && isOwn(request.getHeaderString("Origin"), request.getUriInfo().getRequestUri());
        if (!ours) throw Problem.of(ApiError.FORGED);
    }

    private static boolean isOwn(@Nullable String origin, URI request) {
        return origin != null && origin.equals(request.getScheme() + "://" + request.getAuthority());
    }
}
