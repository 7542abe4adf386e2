package org.hehuo.meetings;

import static org.hehuo.kernel.security.Role.P;
import static org.hehuo.kernel.security.Role.S;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.http.Idempotent;
import org.hehuo.kernel.http.MergePatch;
import org.hehuo.kernel.life.Reason;
import org.hehuo.kernel.life.Remark;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.security.CurrentCaller;
import org.hehuo.kernel.security.RequiresScope;
import org.hehuo.kernel.text.QrCode;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/meetings")
@Tag(name = "meetings", description = "Joint meetings, where projects find their partners")
@Idempotent
class MeetingResource {
    final MeetingQueries queries;
    final MeetingPlans plans;
    final MeetingService meetings;
    final CheckIns checkIns;
    final CurrentCaller caller;

    MeetingResource(
            MeetingQueries queries,
            MeetingPlans plans,
            MeetingService meetings,
            CheckIns checkIns,
            CurrentCaller caller) {
        this.queries = queries;
        this.plans = plans;
        this.meetings = meetings;
        this.checkIns = checkIns;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @RequiresScope("projects:read")
    @Operation(summary = "Meetings, the latest first")
    public Page<MeetingRow> listMeetings(@BeanParam @Valid MeetingQuery query) {
        return queries.page(query);
    }

    @GET
    @Path("{id}")
    @PermitAll
    @RequiresScope("projects:read")
    @Operation(summary = "One meeting, with its projects, its partners and its rounds")
    public MeetingView getMeeting(String id) {
        return queries.view(id, caller.get());
    }

    @GET
    @Path("{id}.ics")
    @PermitAll
    @RequiresScope("projects:read")
    @Produces("text/calendar; charset=utf-8")
    @Operation(
            summary = "A meeting for somebody's calendar (RFC 5545)",
            description =
                    "For two hours, or until its last round closes; what was taken over before is replaced by it.")
    public Response getMeetingCalendar(String id, @Context UriInfo address) {
        var meeting = queries.view(id, caller.get());
        String page = address.getBaseUri().resolve("/meetings/" + id).toString();
        return Response.ok(MeetingCalendar.of(meeting, page))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + id + ".ics\"")
                .build();
    }

    @GET
    @Path("{id}/qr.svg")
    @PermitAll
    @RequiresScope("projects:read")
    @Produces("image/svg+xml")
    @Operation(
            summary = "The QR code of a meeting's page",
            description =
                    "For staff of the area with the code of the hall in it: who scans it from the screen is there.")
    public Response getMeetingQrCode(String id, @Context UriInfo address) {
        String code = queries.view(id, caller.get()).hallCode();
        String page = "/meetings/" + id + (code == null ? "" : "?here=" + code);
        return Response.ok(QrCode.svg(address.getBaseUri().resolve(page).toString()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    @POST
    @RolesAllowed(S)
    @ResponseStatus(201)
    @Operation(summary = "Plan a meeting; its projects are kept for its rounds")
    public MeetingView createMeeting(@Valid NewMeeting meeting) {
        return plans.create(meeting, caller.get());
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(S)
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(summary = "Change a meeting until it is over; a list is replaced whole")
    public MeetingView changeMeeting(
            String id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = MeetingForm.class))) JsonNode patch) {
        return plans.edit(id, ifMatch, patch, caller.get());
    }

    @POST
    @Path("{id}/start")
    @RolesAllowed(S)
    @Operation(summary = "Begin")
    public MeetingView startMeeting(String id, @Valid Remark input) {
        return meetings.start(id, input.text(), caller.get());
    }

    @POST
    @Path("{id}/close")
    @RolesAllowed(S)
    @Operation(summary = "End; what nobody claimed is free again for whoever comes")
    public MeetingView closeMeeting(String id, @Valid Remark input) {
        return meetings.close(id, input.text(), caller.get());
    }

    @POST
    @Path("{id}/cancel")
    @RolesAllowed(S)
    @Operation(summary = "It does not take place; who is invited reads why")
    public MeetingView cancelMeeting(String id, @Valid Reason input) {
        return meetings.cancel(id, input.reason(), caller.get());
    }

    @POST
    @Path("{id}/check-in")
    @RolesAllowed({P, S})
    @Operation(summary = "A partner is there: in the hall by its code or by staff, else from afar")
    public MeetingView checkIn(String id, @Valid CheckIn arrival) {
        return checkIns.arrive(id, arrival, caller.get());
    }
}
