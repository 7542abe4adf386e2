package org.hehuo.kernel.security;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A program can do no more than its token's scopes say. */
@ApplicationScoped
class ScopeFilter {
    final CurrentCaller caller;

    ScopeFilter(CurrentCaller caller) {
        this.caller = caller;
    }

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo operation) {
        var who = caller.get();
        if (!who.isProgram()) return;
        var scope = operation.getResourceMethod().getAnnotation(RequiresScope.class);
        if (scope == null) scope = operation.getResourceClass().getAnnotation(RequiresScope.class);
        // What a passer-by may read needs no scope.
        if (scope == null && operation.getResourceMethod().isAnnotationPresent(PermitAll.class)) return;
        if (scope == null) throw Problem.of(ApiError.FORBIDDEN);
        if (!who.hasScope(scope.value())) throw Problem.of(ApiError.SCOPE_MISSING);
    }
}
