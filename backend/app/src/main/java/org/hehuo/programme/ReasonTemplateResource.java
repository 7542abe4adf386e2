package org.hehuo.programme;

import static org.hehuo.kernel.security.Role.A;
import static org.hehuo.kernel.security.Role.S;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.security.CurrentCaller;

@Path("/api/v1/reason-templates")
@Tag(name = "reason templates", description = "What staff often say when they take a step")
class ReasonTemplateResource {
    final ReasonTemplateService templates;
    final CurrentCaller caller;

    ReasonTemplateResource(ReasonTemplateService templates, CurrentCaller caller) {
        this.templates = templates;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({S, A})
    @Operation(summary = "What is often said, a list a step")
    public Page<ReasonTemplates> listReasonTemplates() {
        return Page.whole(templates.all());
    }

    @PUT
    @Path("{step}")
    @RolesAllowed(A)
    @Operation(summary = "Say what is offered for a step, in this order; twenty at most")
    public ReasonTemplates setReasonTemplates(ReasonTemplates.OfStep step, @Valid ReasonTemplates.Change change) {
        return templates.put(step, change.texts(), caller.get());
    }
}
