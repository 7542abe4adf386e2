package org.hehuo.projects;

import static org.hehuo.kernel.security.Role.P;
import static org.hehuo.kernel.security.Role.S;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.http.Idempotent;
import org.hehuo.kernel.life.Reason;
import org.hehuo.kernel.life.Remark;
import org.hehuo.kernel.security.CurrentCaller;
import org.hehuo.kernel.security.RequiresScope;

@Path("/api/v1/projects")
@Tag(name = "projects")
@Idempotent
class ProjectStepResource {
    final ProjectSteps steps;
    final CurrentCaller caller;

    ProjectStepResource(ProjectSteps steps, CurrentCaller caller) {
        this.steps = steps;
        this.caller = caller;
    }

    @POST
    @Path("{id}/publish")
    @RolesAllowed(S)
    @Operation(summary = "Let partners claim it")
    public ProjectView publishProject(String id, @Valid Remark input) {
        return steps.publish(id, input.text(), caller.get());
    }

    @POST
    @Path("{id}/begin")
    @RolesAllowed({P, S})
    @RequiresScope("claims:write")
    @Operation(summary = "A holder begins, or staff for it")
    public ProjectView beginProject(String id, @Valid ProjectInput.Beginning input) {
        return steps.begin(id, input, caller.get());
    }

    @POST
    @Path("{id}/report-completion")
    @RolesAllowed({P, S})
    @RequiresScope("claims:write")
    @Operation(summary = "A holder says that it is done and what came of it, or staff for it")
    public ProjectView reportCompletion(String id, @Valid ProjectInput.Completion input) {
        return steps.reportCompletion(id, input, caller.get());
    }

    @POST
    @Path("{id}/send-back")
    @RolesAllowed(S)
    @Operation(summary = "What was delivered is not enough: say what is missing")
    public ProjectView sendBackProject(String id, @Valid Reason input) {
        return steps.sendBack(id, input.reason(), caller.get());
    }

    @POST
    @Path("{id}/accept")
    @RolesAllowed(S)
    @Operation(summary = "The result is good")
    public ProjectView acceptProject(String id, @Valid Remark input) {
        return steps.accept(id, input.text(), caller.get());
    }

    @POST
    @Path("{id}/cancel")
    @RolesAllowed(S)
    @Operation(summary = "The project will not be: say why")
    public ProjectView cancelProject(String id, @Valid Reason input) {
        return steps.cancel(id, input.reason(), caller.get());
    }

    @POST
    @Path("{id}/close")
    @RolesAllowed(S)
    @Operation(summary = "Close a completed project before its 30 days are over")
    public ProjectView closeProject(String id, @Valid Remark input) {
        return steps.close(id, input.text(), caller.get());
    }
}
