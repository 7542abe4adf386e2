package org.hehuo.claims;

import static org.hehuo.kernel.security.Role.P;
import static org.hehuo.kernel.security.Role.S;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.http.Idempotent;
import org.hehuo.kernel.life.Reason;
import org.hehuo.kernel.life.Remark;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.security.CurrentCaller;
import org.hehuo.kernel.security.RequiresScope;

@Path("/api/v1/claims")
@Tag(name = "claims", description = "Partners' undertakings")
@Idempotent
class ClaimResource {
    final ClaimQueries queries;
    final ClaimSteps steps;
    final CurrentCaller caller;

    ClaimResource(ClaimQueries queries, ClaimSteps steps, CurrentCaller caller) {
        this.queries = queries;
        this.steps = steps;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({P, S})
    @RequiresScope("projects:read")
    @Operation(summary = "Claims of one's own partners and areas, newest first")
    public Page<ClaimView> listClaims(@BeanParam @Valid ClaimQuery query) {
        return queries.page(query, caller.get());
    }

    @GET
    @Path("{id}")
    @PermitAll
    @RequiresScope("projects:read")
    @Operation(summary = "One claim")
    public ClaimView getClaim(UUID id) {
        return queries.view(id, caller.get());
    }

    @POST
    @Path("{id}/confirm")
    @RolesAllowed(S)
    @Operation(summary = "Choose a claim that was submitted: it holds from now on")
    public ClaimView confirmClaim(UUID id, @Valid Remark input) {
        return steps.confirm(id, input.text(), caller.get());
    }

    @POST
    @Path("{id}/reject")
    @RolesAllowed(S)
    @Operation(summary = "Not this time; the partner reads why")
    public ClaimView rejectClaim(UUID id, @Valid Reason input) {
        return steps.reject(id, input.reason(), caller.get());
    }

    @POST
    @Path("{id}/withdraw")
    @RolesAllowed({P, S})
    @RequiresScope("claims:write")
    @Operation(summary = "Give a claim back; the next in line moves up at once")
    public ClaimView withdrawClaim(UUID id, @Valid Reason input) {
        return steps.withdraw(id, input.reason(), caller.get());
    }
}
