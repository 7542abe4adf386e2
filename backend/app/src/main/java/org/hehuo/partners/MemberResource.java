package org.hehuo.partners;

import static org.hehuo.kernel.security.Role.A;
import static org.hehuo.kernel.security.Role.P;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.http.Idempotent;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.security.CurrentCaller;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/api/v1/partners")
@Tag(name = "partners", description = "The directory of partners")
@Idempotent
class MemberResource {
    final MemberService members;
    final CurrentCaller caller;

    MemberResource(MemberService members, CurrentCaller caller) {
        this.members = members;
        this.caller = caller;
    }

    @GET
    @Path("{id}/members")
    @RolesAllowed({A, P})
    @Operation(summary = "The people of a partner, for itself and the district")
    public Page<MemberView> listMembers(String id) {
        return Page.whole(members.members(id, caller.get()));
    }

    @POST
    @Path("{id}/members")
    @RolesAllowed({A, P})
    @ResponseStatus(201)
    @Operation(summary = "Give somebody a place in a partner; its owners and the district may")
    public MemberView addMember(String id, @Valid NewMember member) {
        return members.add(id, member, caller.get());
    }

    @POST
    @Path("{id}/members/{person}/make-owner")
    @RolesAllowed({A, P})
    @Operation(summary = "Let a member decide about the members too")
    public MemberView makeMemberOwner(String id, UUID person) {
        return members.makeOwner(id, person, caller.get());
    }

    @POST
    @Path("{id}/members/{person}/remove")
    @RolesAllowed({A, P})
    @Operation(summary = "Take a place away, or leave; the last owner stays")
    public MemberView removeMember(String id, UUID person) {
        return members.remove(id, person, caller.get());
    }
}
