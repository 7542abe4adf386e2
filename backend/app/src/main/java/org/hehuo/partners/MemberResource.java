package org.hehuo.partners;

import static org.hehuo.kernel.security.Role.A;
import static org.hehuo.kernel.security.Role.P;
import static org.hehuo.kernel.security.Role.R;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.http.Idempotent;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.security.CurrentCaller;
import org.hehuo.people.JoinLinkView;
import org.hehuo.people.JoinSecret;
import org.hehuo.people.Memberships;
import org.hehuo.people.NewJoinLink;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

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

    @GET
    @Path("{id}/join-links")
    @RolesAllowed({A, P})
    @Operation(summary = "Links by which people join a partner, for its owners and the district")
    public Page<JoinLinkView> listJoinLinks(
            String id,
            @RestQuery @DefaultValue("20") @Min(1) @Max(100) int pageSize,
            @RestQuery @Size(max = 400) @Nullable String cursor) {
        return members.links(id, pageSize, cursor, caller.get());
    }

    /** As what, and for whom alone. */
    @Schema(name = "NewMemberLink")
    record Invitation(
            @Schema(description = "A member if absent") Memberships.@Nullable Place role,

            @Pattern(regexp = "\\+?[0-9 -]{5,20}") @Schema(description = "For whoever has this number alone") @Nullable
            String phone) {}

    @POST
    @Path("{id}/join-links")
    @RolesAllowed({A, P})
    @ResponseStatus(201)
    @Operation(
            summary = "Make a link by which somebody joins",
            description = "For one person, once, for a week. It is told this once; a repeated key makes another.")
    public NewJoinLink createJoinLink(String id, @Valid Invitation form, @Context UriInfo address) {
        var place = Objects.requireNonNullElse(form.role(), Memberships.Place.MEMBER);
        String secret = members.invite(id, place, form.phone(), caller.get());
        return new NewJoinLink(address.getBaseUri()
                .resolve("/partners/" + id + "/join#" + secret)
                .toString());
    }

    @POST
    @Path("{id}/join-links/{link}/revoke")
    @RolesAllowed({A, P})
    @ResponseStatus(204)
    @Operation(summary = "Make a link good for nothing")
    public void revokeJoinLink(String id, UUID link) {
        members.revoke(id, link, caller.get());
    }

    @POST
    @Path("{id}/members/accept")
    @RolesAllowed(R)
    @Operation(
            summary = "Join a partner by a link",
            description =
                    "409 `join_link.spent` for one that is used, revoked or too old, or whose maker owns nothing there any more.")
    public MemberView acceptJoinLink(String id, @Valid JoinSecret input) {
        return members.accept(id, input, caller.get());
    }
}
