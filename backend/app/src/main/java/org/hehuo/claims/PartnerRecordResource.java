package org.hehuo.claims;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.security.CurrentCaller;
import org.hehuo.kernel.security.RequiresScope;

@Path("/api/v1/partners/{id}")
@Tag(name = "partners", description = "The directory of partners")
class PartnerRecordResource {
    final PartnerRecords records;
    final Credits credits;
    final CurrentCaller caller;

    PartnerRecordResource(PartnerRecords records, Credits credits, CurrentCaller caller) {
        this.records = records;
        this.credits = credits;
        this.caller = caller;
    }

    @GET
    @Path("record")
    @PermitAll
    @RequiresScope("partners:read")
    @Operation(summary = "What a partner has done: claimed, delivered, how it was rated, where, with pictures")
    public PartnerRecord getPartnerRecord(String id) {
        return records.of(id);
    }

    @GET
    @Path("credit")
    @PermitAll
    @RequiresScope("partners:read")
    @Operation(summary = "A partner's credit: what earned it, what cost it, and to which level it comes")
    public PartnerCredit getPartnerCredit(String id) {
        return credits.of(id);
    }

    @GET
    @Path("badge.svg")
    @PermitAll
    @RequiresScope("partners:read")
    @Produces("image/svg+xml")
    @Operation(
            summary = "A partner's record as a small picture, for its own pages",
            description = "280 × 72 px; may be shown anywhere and is kept for an hour.")
    public Response getPartnerBadge(String id) {
        return Response.ok(Badge.of(records.of(id), caller.get().language()))
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .build();
    }
}
