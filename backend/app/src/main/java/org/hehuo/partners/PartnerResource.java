package org.hehuo.partners;

import static org.hehuo.kernel.security.Role.A;
import static org.hehuo.kernel.security.Role.P;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.http.Idempotent;
import org.hehuo.kernel.http.MergePatch;
import org.hehuo.kernel.life.Reason;
import org.hehuo.kernel.life.Remark;
import org.hehuo.kernel.life.TimelineItem;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.security.CurrentCaller;
import org.hehuo.kernel.security.RequiresScope;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/partners")
@Tag(name = "partners", description = "The directory of partners")
@Idempotent
class PartnerResource {
    final PartnerQueries queries;
    final PartnerService partners;
    final PartnerSteps steps;
    final PartnerGrowth growth;
    final CurrentCaller caller;

    PartnerResource(
            PartnerQueries queries,
            PartnerService partners,
            PartnerSteps steps,
            PartnerGrowth growth,
            CurrentCaller caller) {
        this.queries = queries;
        this.partners = partners;
        this.steps = steps;
        this.growth = growth;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @RequiresScope("partners:read")
    @Operation(summary = "The directory, newest first")
    public Page<PartnerRow> listPartners(@BeanParam @Valid PartnerQuery query) {
        return queries.page(query, caller.get());
    }

    @GET
    @Path("growth")
    @PermitAll
    @RequiresScope("partners:read")
    @Operation(summary = "How the circle of partners grew: by day, by kind, by subdistrict")
    public PartnerGrowth.Growth getPartnerGrowth(
            @RestQuery @Nullable LocalDate from, @RestQuery @Nullable LocalDate to) {
        return growth.of(from, to);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @RequiresScope("partners:read")
    @Operation(summary = "One partner")
    public PartnerView getPartner(String id) {
        return queries.view(id, caller.get());
    }

    @GET
    @Path("{id}/timeline")
    @PermitAll
    @RequiresScope("partners:read")
    @Operation(summary = "A partner's history, oldest first")
    public Page<TimelineItem> getPartnerTimeline(String id) {
        return Page.whole(queries.timeline(id, caller.get()));
    }

    @POST
    @RolesAllowed(A)
    @ResponseStatus(201)
    @Operation(summary = "Let an organisation in, with its owner")
    public PartnerView createPartner(@Valid NewPartner partner) {
        return partners.create(partner, caller.get());
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed({A, P})
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(summary = "Change what a partner says of itself; its owners and the district may")
    public PartnerView changePartner(
            String id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = PartnerChange.class))) JsonNode patch) {
        return partners.change(id, ifMatch, patch, caller.get());
    }

    @POST
    @Path("{id}/suspend")
    @RolesAllowed(A)
    @Operation(summary = "Keep a partner out of lists and claims until it is reinstated; what it holds it may finish")
    public PartnerView suspendPartner(String id, @Valid Reason input) {
        return steps.suspend(id, input.reason(), caller.get());
    }

    @POST
    @Path("{id}/reinstate")
    @RolesAllowed(A)
    @Operation(summary = "Let a suspended partner take part again")
    public PartnerView reinstatePartner(String id, @Valid Remark input) {
        return steps.reinstate(id, input.text(), caller.get());
    }

    @POST
    @Path("{id}/renew")
    @RolesAllowed(A)
    @Operation(summary = "Let a membership run for another term")
    public PartnerView renewPartner(String id, @Valid Remark input) {
        return steps.renew(id, input.text(), caller.get());
    }

    @POST
    @Path("{id}/leave")
    @RolesAllowed(A)
    @Operation(
            summary = "Let a partner go",
            description = "409 `partner.holds_claims` names what it must hand back or pass on first.")
    public PartnerView leavePartner(String id, @Valid Reason input) {
        return steps.leave(id, input.reason(), caller.get());
    }

    /** The entry that stays. */
    @Schema(name = "PartnerMerge")
    record Merge(@NotBlank @Size(max = 40) String intoId) {}

    @POST
    @Path("{id}/merge")
    @RolesAllowed(A)
    @Operation(
            summary = "Make two entries of one organisation one",
            description =
                    "People, areas, capabilities, claims and applications pass to the other entry, which is the answer.")
    public PartnerView mergePartner(String id, @Valid Merge input) {
        return steps.merge(id, input.intoId(), caller.get());
    }

    @POST
    @Path("{id}/reveal-contact")
    @RolesAllowed(A)
    @Operation(
            summary = "See whom to ask in an organisation",
            description = "Each look is recorded. The answer is not kept for repeated keys.")
    public Contact revealContactOfPartner(String id) {
        return steps.revealContact(id, caller.get());
    }
}
