package org.hehuo.audit;

import static org.hehuo.kernel.security.Role.A;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.security.CurrentCaller;

@Path("/api/v1/audit")
@Tag(name = "audit", description = "What was done, by whom")
class AuditResource {
    final AuditQueries queries;
    final CurrentCaller caller;

    AuditResource(AuditQueries queries, CurrentCaller caller) {
        this.queries = queries;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(A)
    @Operation(
            summary = "What was done, newest first",
            description =
                    "Steps of things' lives, looks at what is shown on purpose only, and everything that the district changes.")
    public Page<AuditView> listAudit(@BeanParam @Valid AuditQuery query) {
        return queries.page(query, caller.get());
    }
}
