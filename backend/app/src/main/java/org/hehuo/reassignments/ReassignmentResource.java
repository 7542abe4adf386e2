package org.hehuo.reassignments;

import static org.hehuo.kernel.security.Role.P;
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
import org.hehuo.kernel.life.Remark;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.security.CurrentCaller;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/reassignments")
@Tag(name = "reassignments", description = "Claims that pass from one partner to another")
@Idempotent
class ReassignmentResource {
    final ReassignmentQueries queries;
    final ReassignmentService reassignments;
    final CurrentCaller caller;

    ReassignmentResource(ReassignmentQueries queries, ReassignmentService reassignments, CurrentCaller caller) {
        this.queries = queries;
        this.reassignments = reassignments;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({P, S})
    @Operation(summary = "Those of one's own partners and areas, newest first")
    public Page<ReassignmentView> listReassignments(@BeanParam @Valid ReassignmentQuery query) {
        return queries.page(query, caller.get());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({P, S})
    @Operation(summary = "One reassignment, for the two partners and staff of the area")
    public ReassignmentView getReassignment(UUID id) {
        return queries.view(id, caller.get());
    }

    @POST
    @RolesAllowed(S)
    @ResponseStatus(201)
    @Operation(
            summary = "Propose that a claim goes to another partner",
            description = "It does once both have agreed, share and all, with days of its own to begin.")
    public ReassignmentView proposeReassignment(@Valid NewReassignment proposal) {
        return reassignments.propose(proposal, caller.get());
    }

    @POST
    @Path("{id}/agree")
    @RolesAllowed({P, S})
    @Operation(
            summary = "Agree, for the partner that one speaks for",
            description = "Staff agree for a partner that has nobody here. With the second the claim is the other's.")
    public ReassignmentView agreeReassignment(UUID id, @Valid Remark input) {
        return reassignments.agree(id, input.text(), caller.get());
    }

    @POST
    @Path("{id}/decline")
    @RolesAllowed({P, S})
    @Operation(summary = "Not so; the claim stays with its holder")
    public ReassignmentView declineReassignment(UUID id, @Valid Reason input) {
        return reassignments.decline(id, input.reason(), caller.get());
    }

    @POST
    @Path("{id}/withdraw")
    @RolesAllowed(S)
    @Operation(summary = "Take the proposal back")
    public ReassignmentView withdrawReassignment(UUID id, @Valid Reason input) {
        return reassignments.withdraw(id, input.reason(), caller.get());
    }
}
