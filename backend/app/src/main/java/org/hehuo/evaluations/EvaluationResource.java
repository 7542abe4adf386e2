package org.hehuo.evaluations;

import static org.hehuo.kernel.security.Role.R;
import static org.hehuo.kernel.security.Role.S;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.http.Idempotent;
import org.hehuo.kernel.security.CurrentCaller;
import org.hehuo.kernel.security.RequiresScope;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/evaluations")
@Tag(name = "evaluations", description = "What people think of a result")
@Idempotent
class EvaluationResource {
    final EvaluationService evaluations;
    final CurrentCaller caller;

    EvaluationResource(EvaluationService evaluations, CurrentCaller caller) {
        this.evaluations = evaluations;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @RequiresScope("projects:read")
    @Operation(summary = "Ratings of a project: sums, and single ones, newest first")
    public EvaluationPage listEvaluations(
            @RestQuery @NotBlank @Size(max = 20) String project,
            @RestQuery @DefaultValue("20") @Min(1) @Max(100) int pageSize,
            @RestQuery @Size(max = 400) @Nullable String cursor) {
        return evaluations.page(project, pageSize, cursor, caller.get());
    }

    @POST
    @RolesAllowed(R)
    @ResponseStatus(201)
    @Operation(summary = "Rate a result, once")
    public EvaluationView createEvaluation(@Valid NewEvaluation evaluation) {
        return evaluations.create(evaluation, caller.get());
    }

    @POST
    @Path("{id}/mark-read")
    @RolesAllowed(S)
    @Operation(summary = "Staff have read a comment: others may read it now")
    public EvaluationView markEvaluationRead(UUID id) {
        return evaluations.markRead(id, caller.get());
    }
}
