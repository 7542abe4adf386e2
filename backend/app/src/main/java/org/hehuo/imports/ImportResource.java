package org.hehuo.imports;

import static org.hehuo.kernel.security.Role.A;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.security.CurrentCaller;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/partner-imports")
@Tag(name = "partner-imports", description = "Taking over a directory that exists as a table")
@Idempotent
class ImportResource {
    final ImportQueries queries;
    final ImportService imports;
    final CurrentCaller caller;

    ImportResource(ImportQueries queries, ImportService imports, CurrentCaller caller) {
        this.queries = queries;
        this.imports = imports;
        this.caller = caller;
    }

    @GET
    @Path("{id}")
    @RolesAllowed(A)
    @Operation(summary = "What an import would do, or did, and how far it is")
    public ImportView getPartnerImport(UUID id) {
        return queries.view(id, caller.get());
    }

    @GET
    @Path("{id}/rows")
    @RolesAllowed(A)
    @Operation(summary = "An import's rows: the fate of each, and why")
    public Page<ImportView.Row> listPartnerImportRows(UUID id, @BeanParam @Valid ImportRowQuery query) {
        return queries.rows(id, query, caller.get());
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(A)
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(
            summary = "Say what a column holds, or put cells right",
            description = "The table is held against the directory anew; with `{}` nothing else happens.")
    public ImportView changePartnerImport(
            UUID id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = ImportChange.class))) JsonNode patch) {
        return imports.change(id, ifMatch, patch, caller.get());
    }

    @POST
    @Path("{id}/commit")
    @RolesAllowed(A)
    @Operation(
            summary = "Import all good rows at once, or none",
            description = "409 `partner_import.outdated` if the directory has changed since: look at it again.")
    public ImportView commitPartnerImport(UUID id) {
        return imports.commit(id, caller.get());
    }

    @POST
    @Path("{id}/undo")
    @RolesAllowed(A)
    @Operation(
            summary = "Take an import back",
            description = "For 30 days, while nothing stands on it: 409 `partner_import.stands` names what does.")
    public ImportView undoPartnerImport(UUID id) {
        return imports.undo(id, caller.get());
    }
}
