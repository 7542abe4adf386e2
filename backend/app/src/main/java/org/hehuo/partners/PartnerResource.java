package org.hehuo.partners;

import static org.hehuo.kernel.security.Role.A;
import static org.hehuo.kernel.security.Role.P;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.http.Idempotent;
import org.hehuo.kernel.http.MergePatch;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.security.CurrentCaller;
import org.hehuo.kernel.security.RequiresScope;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/partners")
@Tag(name = "partners", description = "The directory of partners")
@Idempotent
class PartnerResource {
    final PartnerQueries queries;
    final PartnerService partners;
    final CurrentCaller caller;

    PartnerResource(PartnerQueries queries, PartnerService partners, CurrentCaller caller) {
        this.queries = queries;
        this.partners = partners;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @RequiresScope("partners:read")
    @Operation(summary = "The directory, newest first")
    public Page<PartnerRow> listPartners(@BeanParam @Valid PartnerQuery query) {
        return queries.page(query, caller.get());
    }

    @GET
    @Path("{id}")
    @PermitAll
    @RequiresScope("partners:read")
    @Operation(summary = "One partner")
    public PartnerView getPartner(String id) {
        return queries.view(id, caller.get());
    }

    @POST
    @RolesAllowed(A)
    @ResponseStatus(201)
    @Operation(summary = "Let an organisation in, with its owner")
    public PartnerView createPartner(@Valid NewPartner partner) {
        return partners.create(partner, caller.get());
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed({A, P})
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(summary = "Change what a partner says of itself; its owners and the district may")
    public PartnerView changePartner(
            String id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = PartnerChange.class))) JsonNode patch) {
        return partners.change(id, ifMatch, patch, caller.get());
    }
}
