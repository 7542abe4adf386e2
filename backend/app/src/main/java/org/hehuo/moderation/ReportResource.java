package org.hehuo.moderation;

import static org.hehuo.kernel.security.Role.A;
import static org.hehuo.kernel.security.Role.R;
import static org.hehuo.kernel.security.Role.S;

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
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.security.CurrentCaller;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/moderation/reports")
@Tag(name = "moderation", description = "Posts that should not stand")
@Idempotent
class ReportResource {
    final ReportQueries queries;
    final ReportService reports;
    final CurrentCaller caller;

    ReportResource(ReportQueries queries, ReportService reports, CurrentCaller caller) {
        this.queries = queries;
        this.reports = reports;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(R)
    @Operation(summary = "One's own reports; for staff those in their areas, for the district all; newest first")
    public Page<ReportView> listReports(@BeanParam @Valid ReportQuery query) {
        return queries.page(query, caller.get());
    }

    @POST
    @RolesAllowed(R)
    @ResponseStatus(201)
    @Operation(summary = "Say that a post should not stand, once; answered within two working days")
    public ReportView createReport(@Valid NewReport report) {
        return reports.create(report, caller.get());
    }

    @GET
    @Path("{id}")
    @RolesAllowed(R)
    @Operation(summary = "One report, for who reported and those who may decide")
    public ReportView getReport(UUID id) {
        return queries.view(id, caller.get());
    }

    @POST
    @Path("{id}/uphold")
    @RolesAllowed({S, A})
    @Operation(summary = "Hide the post, or leave it hidden; answers all who reported it")
    public ReportView upholdReport(UUID id, @Valid Hiding why) {
        return reports.uphold(id, why, caller.get());
    }

    @POST
    @Path("{id}/dismiss")
    @RolesAllowed({S, A})
    @Operation(summary = "Let the post stand, or show it if it was held; answers all who reported it")
    public ReportView dismissReport(UUID id, @Valid Reason input) {
        return reports.dismiss(id, input.reason(), caller.get());
    }
}
