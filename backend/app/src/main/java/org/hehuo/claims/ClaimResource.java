package org.hehuo.claims;

import static org.hehuo.kernel.security.Role.P;
import static org.hehuo.kernel.security.Role.S;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.http.Idempotent;
import org.hehuo.kernel.life.Reason;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.security.CurrentCaller;
import org.hehuo.kernel.security.RequiresScope;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1")
@Tag(name = "claims", description = "Partners' undertakings")
@Idempotent
class ClaimResource {
    final ClaimQueries queries;
    final ClaimService claims;
    final CurrentCaller caller;

    ClaimResource(ClaimQueries queries, ClaimService claims, CurrentCaller caller) {
        this.queries = queries;
        this.claims = claims;
        this.caller = caller;
    }

    @GET
    @Path("claims")
    @RolesAllowed({P, S})
    @RequiresScope("projects:read")
    @Operation(summary = "Claims of one's own partners and areas, newest first")
    public Page<ClaimView> listClaims(@BeanParam @Valid ClaimQuery query) {
        return queries.page(query, caller.get());
    }

    @GET
    @Path("claims/{id}")
    @PermitAll
    @RequiresScope("projects:read")
    @Operation(summary = "One claim")
    public ClaimView getClaim(UUID id) {
        return queries.view(id, caller.get());
    }

    @POST
    @Path("claims/{id}/withdraw")
    @RolesAllowed({P, S})
    @RequiresScope("claims:write")
    @Operation(summary = "Give a claim back; the next in line moves up at once")
    public ClaimView withdrawClaim(UUID id, @Valid Reason input) {
        return claims.withdraw(id, input.reason(), caller.get());
    }

    @GET
    @Path("projects/{id}/claims")
    @PermitAll
    @RequiresScope("projects:read")
    @Operation(summary = "Who holds a project; for those concerned also who waits or gave back")
    public Page<ClaimView> listProjectClaims(
            String id,
            @RestQuery @DefaultValue("20") @Min(1) @Max(100) int pageSize,
            @RestQuery @Size(max = 400) @Nullable String cursor) {
        return queries.ofProject(id, pageSize, cursor, caller.get());
    }

    @POST
    @Path("projects/{id}/claims")
    @RolesAllowed({P, S})
    @RequiresScope("claims:write")
    @ResponseStatus(201)
    @Operation(summary = "Claim a project: the claim holds at once, or waits in line")
    public ClaimView createClaim(String id, @Valid NewClaim claim) {
        return claims.create(id, claim, caller.get());
    }
}
