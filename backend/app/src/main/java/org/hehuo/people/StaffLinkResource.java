package org.hehuo.people;

import static org.hehuo.kernel.security.Role.A;
import static org.hehuo.kernel.security.Role.R;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.areas.AreaCode;
import org.hehuo.kernel.http.Idempotent;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.security.CurrentCaller;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/people/join-links")
@Tag(name = "people", description = "Persons, for the district and for colleagues")
@Idempotent
class StaffLinkResource {
    final JoinLinks links;
    final CurrentCaller caller;

    StaffLinkResource(JoinLinks links, CurrentCaller caller) {
        this.links = links;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(A)
    @Operation(summary = "Links by which people become staff, newest first")
    public Page<JoinLinkView> listStaffLinks(
            @RestQuery @DefaultValue("20") @Min(1) @Max(100) int pageSize,
            @RestQuery @Size(max = 400) @Nullable String cursor) {
        return links.page(null, pageSize, cursor);
    }

    /** For which areas, and for whom alone. */
    @Schema(name = "NewStaffLink")
    record ForAreas(
            @NotEmpty @Size(max = 50) List<@NotNull @Pattern(regexp = AreaCode.PATTERN) String> areaCodes,

            @Pattern(regexp = "\\+?[0-9 -]{5,20}") @Schema(description = "For whoever has this number alone") @Nullable
            String phone) {}

    @POST
    @RolesAllowed(A)
    @ResponseStatus(201)
    @Operation(
            summary = "Make a link by which somebody becomes staff",
            description = "For one person, once, for a week. It is told this once; a repeated key makes another.")
    public NewJoinLink createStaffLink(@Valid ForAreas form, @Context UriInfo address) {
        String secret = links.forStaff(form.areaCodes(), form.phone(), caller.get());
        return new NewJoinLink(
                address.getBaseUri().resolve("/district/join#" + secret).toString());
    }

    @POST
    @Path("{id}/revoke")
    @RolesAllowed(A)
    @ResponseStatus(204)
    @Operation(summary = "Make a link good for nothing")
    public void revokeStaffLink(UUID id) {
        links.revokeForStaff(id, caller.get());
    }

    @POST
    @Path("accept")
    @RolesAllowed(R)
    @ResponseStatus(204)
    @Operation(
            summary = "Become staff by a link",
            description = "409 `join_link.spent` for one that is used, revoked or too old.")
    public void acceptStaffLink(@Valid JoinSecret input) {
        links.acceptForStaff(input.secret(), input.phone(), caller.get());
    }
}
