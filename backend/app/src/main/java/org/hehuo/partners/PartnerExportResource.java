package org.hehuo.partners;

import static org.hehuo.kernel.security.Role.A;
import static org.hehuo.kernel.security.Role.S;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.security.CurrentCaller;
import org.hehuo.kernel.security.RequiresScope;
import org.hehuo.kernel.text.Csv;

@Path("/api/v1/exports")
@Tag(name = "exports", description = "What is known, as tables for offices")
class PartnerExportResource {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    final PartnerExport export;
    final CurrentCaller caller;

    PartnerExportResource(PartnerExport export, CurrentCaller caller) {
        this.export = export;
        this.caller = caller;
    }

    @GET
    @Path("partners.csv")
    @RolesAllowed({A, S})
    @RequiresScope("exports:read")
    @Produces(Csv.MEDIA_TYPE)
    @Operation(
            summary = "The directory as CSV",
            description =
                    "UTF-8 with a byte order mark; a cell that begins like a formula has an apostrophe before it. "
                            + "The list's filters hold; whom to ask is not in it.")
    public Response exportPartnersAsCsv(@BeanParam @Valid PartnerQuery query) {
        var who = caller.get();
        return download("partners.csv", Csv.MEDIA_TYPE, out -> export.csv(query, who, out));
    }

    @GET
    @Path("partners.xlsx")
    @RolesAllowed({A, S})
    @RequiresScope("exports:read")
    @Produces(XLSX)
    @Operation(summary = "The directory as XLSX", description = "One sheet, with nothing in it but what is shown.")
    public Response exportPartnersAsXlsx(@BeanParam @Valid PartnerQuery query) {
        var who = caller.get();
        return download("partners.xlsx", XLSX, out -> export.xlsx(query, who, out));
    }

    private static Response download(String name, String type, StreamingOutput table) {
        return Response.ok(table, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}
