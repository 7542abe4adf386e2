package org.hehuo.matching;

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
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.security.CurrentCaller;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/invitations")
@Tag(name = "matching", description = "Who could meet a need, and who is asked to")
@Idempotent
class InvitationResource {
    final InvitationQueries queries;
    final InvitationService invitations;
    final CurrentCaller caller;

    InvitationResource(InvitationQueries queries, InvitationService invitations, CurrentCaller caller) {
        this.queries = queries;
        this.invitations = invitations;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({P, S})
    @Operation(summary = "Those to one's own partners and from one's areas, newest first")
    public Page<InvitationView> listInvitations(@BeanParam @Valid InvitationQuery query) {
        return queries.page(query, caller.get());
    }

    @GET
    @Path("{id}")
    @RolesAllowed({P, S})
    @Operation(summary = "One invitation, for the partner and staff of the area")
    public InvitationView getInvitation(UUID id) {
        return queries.view(id, caller.get());
    }

    @POST
    @RolesAllowed(S)
    @ResponseStatus(201)
    @Operation(
            summary = "Ask a partner to claim a project that is free",
            description = "It has five working days to answer; the refusals of a claim are those of an invitation.")
    public InvitationView createInvitation(@Valid NewInvitation form) {
        return queries.view(invitations.invite(form, caller.get()), caller.get());
    }

    @POST
    @Path("{id}/accept")
    @RolesAllowed({P, S})
    @Operation(
            summary = "Yes: the project is claimed",
            description =
                    "The claim is made as any other, and refused as any other. Whoever was invited and claims has accepted.")
    public InvitationView acceptInvitation(UUID id, @Valid InvitationAnswer input) {
        invitations.accept(id, input, caller.get());
        return queries.view(id, caller.get());
    }

    @POST
    @Path("{id}/decline")
    @RolesAllowed({P, S})
    @Operation(summary = "Not this time; staff read why")
    public InvitationView declineInvitation(UUID id, @Valid Reason input) {
        invitations.decline(id, input.reason(), caller.get());
        return queries.view(id, caller.get());
    }

    @POST
    @Path("{id}/withdraw")
    @RolesAllowed(S)
    @Operation(summary = "Take the invitation back")
    public InvitationView withdrawInvitation(UUID id, @Valid Reason input) {
        invitations.withdraw(id, input.reason(), caller.get());
        return queries.view(id, caller.get());
    }
}
