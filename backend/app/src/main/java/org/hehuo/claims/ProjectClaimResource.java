package org.hehuo.claims;

import static org.hehuo.kernel.security.Role.P;
import static org.hehuo.kernel.security.Role.S;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.http.Idempotent;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.security.CurrentCaller;
import org.hehuo.kernel.security.RequiresScope;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/projects")
@Tag(name = "claims")
@Idempotent
class ProjectClaimResource {
    final ClaimQueries queries;
    final ClaimService claims;
    final CurrentCaller caller;

    ProjectClaimResource(ClaimQueries queries, ClaimService claims, CurrentCaller caller) {
        this.queries = queries;
        this.claims = claims;
        this.caller = caller;
    }

    @GET
    @Path("{id}/claims")
    @PermitAll
    @RequiresScope("projects:read")
    @Operation(summary = "Who holds a project; for those concerned also who offers, waits or gave back")
    public Page<ClaimView> listProjectClaims(
            String id,
            @RestQuery @DefaultValue("20") @Min(1) @Max(100) int pageSize,
            @RestQuery @Size(max = 400) @Nullable String cursor) {
        return queries.ofProject(id, pageSize, cursor, caller.get());
    }

    @POST
    @Path("{id}/claims")
    @Attempted
    @RolesAllowed({P, S})
    @RequiresScope("claims:write")
    @ResponseStatus(201)
    @Operation(summary = "Claim a project: the claim holds at once, waits in line, or waits for staff to choose")
    public ClaimView createClaim(String id, @Valid NewClaim claim) {
        return claims.create(id, claim, caller.get());
    }
}
