package org.hehuo.capabilities;

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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.http.Idempotent;
import org.hehuo.kernel.http.MergePatch;
import org.hehuo.kernel.life.Remark;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.security.CurrentCaller;
import org.hehuo.kernel.security.RequiresScope;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/partners/{id}/capabilities")
@Tag(name = "partners", description = "The directory of partners")
@Idempotent
class CapabilityResource {
    final CapabilityQueries queries;
    final CapabilityService capabilities;
    final CurrentCaller caller;

    CapabilityResource(CapabilityQueries queries, CapabilityService capabilities, CurrentCaller caller) {
        this.queries = queries;
        this.capabilities = capabilities;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @RequiresScope("partners:read")
    @Operation(summary = "What a partner can give, newest first")
    public Page<CapabilityView> listCapabilities(String id, @BeanParam @Valid CapabilityQuery query) {
        return queries.page(id, query, caller.get());
    }

    @GET
    @Path("{capability}")
    @PermitAll
    @RequiresScope("partners:read")
    @Operation(summary = "One thing that a partner can give")
    public CapabilityView getCapability(String id, UUID capability) {
        return queries.view(id, capability, caller.get());
    }

    @POST
    @RolesAllowed({A, P})
    @ResponseStatus(201)
    @Operation(summary = "Say what the partner can give; its owners and the district may")
    public CapabilityView createCapability(String id, @Valid CapabilityForm form) {
        return capabilities.create(id, form, caller.get());
    }

    @PATCH
    @Path("{capability}")
    @RolesAllowed({A, P})
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(summary = "Change it until it is retired")
    public CapabilityView changeCapability(
            String id,
            UUID capability,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = CapabilityForm.class))) JsonNode patch) {
        return capabilities.edit(id, capability, ifMatch, patch, caller.get());
    }

    @POST
    @Path("{capability}/pause")
    @RolesAllowed({A, P})
    @Operation(summary = "Take it out of the directory for a while")
    public CapabilityView pauseCapability(String id, UUID capability, @Valid Remark input) {
        return capabilities.step(id, capability, CapabilityAction.PAUSE, input.text(), caller.get());
    }

    @POST
    @Path("{capability}/resume")
    @RolesAllowed({A, P})
    @Operation(summary = "Give it again")
    public CapabilityView resumeCapability(String id, UUID capability, @Valid Remark input) {
        return capabilities.step(id, capability, CapabilityAction.RESUME, input.text(), caller.get());
    }

    @POST
    @Path("{capability}/retire")
    @RolesAllowed({A, P})
    @Operation(summary = "Give it no more")
    public CapabilityView retireCapability(String id, UUID capability, @Valid Remark input) {
        return capabilities.step(id, capability, CapabilityAction.RETIRE, input.text(), caller.get());
    }
}
