package org.hehuo.programme;

import static org.hehuo.kernel.security.Role.A;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.http.MergePatch;
import org.hehuo.kernel.security.CurrentCaller;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/programme")
@Tag(name = "programme", description = "What the programme is called here, and what is switched on")
class ProgrammeResource {
    final ProgrammeService programme;
    final CurrentCaller caller;

    ProgrammeResource(ProgrammeService programme, CurrentCaller caller) {
        this.programme = programme;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(summary = "The programme")
    public ProgrammeView getProgramme() {
        return programme.view(caller.language());
    }

    @PATCH
    @RolesAllowed(A)
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(summary = "Change what the programme is called")
    public ProgrammeView changeProgramme(
            @RestHeader("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = ProgrammeService.Editable.class)))
                    JsonNode patch) {
        programme.change(ifMatch, patch, caller.get());
        return programme.fresh(caller.language());
    }
}
