package org.hehuo.kernel.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** What is asked of an address before any operation: how long it may be, and which methods it knows. */
class Addresses {
    private static final int LONGEST = 4000;

    final AllowedMethods methods;

    Addresses(AllowedMethods methods) {
        this.methods = methods;
    }

    @ServerRequestFilter(preMatching = true)
    @Nullable
    Response check(ContainerRequestContext request) {
        var uri = request.getUriInfo().getRequestUri();
        if (uri.toString().length() > LONGEST) throw Problem.of(ApiError.URI_TOO_LONG);
        if (!request.getMethod().equals("OPTIONS")) return null;
        String allowed = methods.at(uri.getPath());
        if (allowed.isEmpty()) throw Problem.of(ApiError.NOT_FOUND);
        return Response.noContent().header(HttpHeaders.ALLOW, allowed).build();
    }
}
