package org.hehuo.calls;

import static org.hehuo.kernel.security.Role.A;

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
import org.hehuo.kernel.life.Remark;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.security.CurrentCaller;
import org.hehuo.kernel.security.RequiresScope;
import org.hehuo.kernel.text.QrCode;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/calls")
@Tag(name = "calls", description = "Calls for partners")
@Idempotent
class CallResource {
    final CallQueries queries;
    final CallService calls;
    final CallPoster poster;
    final CurrentCaller caller;

    CallResource(CallQueries queries, CallService calls, CallPoster poster, CurrentCaller caller) {
        this.queries = queries;
        this.calls = calls;
        this.poster = poster;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @RequiresScope("partners:read")
    @Operation(summary = "Calls, newest first")
    public Page<CallRow> listCalls(@BeanParam @Valid CallQuery query) {
        return queries.page(query, caller.get());
    }

    @GET
    @Path("{id}")
    @PermitAll
    @RequiresScope("partners:read")
    @Operation(summary = "One call")
    public CallView getCall(String id) {
        return queries.view(id, caller.get());
    }

    @GET
    @Path("{id}/qr.svg")
    @PermitAll
    @RequiresScope("partners:read")
    @Produces("image/svg+xml")
    @Operation(summary = "The QR code of a call's page, for whoever may read it")
    public Response getCallQrCode(String id, @Context UriInfo address) {
        var call = queries.view(id, caller.get());
        String page = address.getBaseUri().resolve("/calls/" + call.id()).toString();
        return Response.ok(QrCode.svg(page))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    @GET
    @Path("{id}/poster.pdf")
    @PermitAll
    @RequiresScope("partners:read")
    @Produces("application/pdf")
    @Operation(summary = "A call as a poster to be printed (A4), for whoever may read it")
    public Response getCallPoster(String id, @Context UriInfo address) {
        String page = address.getBaseUri().resolve("/calls/" + id).toString();
        return Response.ok(poster.of(id, page, caller.get()))
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + id + ".pdf\"")
                .build();
    }

    @POST
    @RolesAllowed(A)
    @ResponseStatus(201)
    @Operation(summary = "Write a call; it is a draft until it is published")
    public CallView createCall(@Valid CallForm form) {
        return calls.create(form, caller.get());
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(A)
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(summary = "Change a call until it is closed")
    public CallView changeCall(
            String id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = CallForm.class))) JsonNode patch) {
        return calls.edit(id, ifMatch, patch, caller.get());
    }

    @POST
    @Path("{id}/publish")
    @RolesAllowed(A)
    @Operation(summary = "Let everybody read and answer it")
    public CallView publishCall(String id, @Valid Remark input) {
        return calls.publish(id, input.text(), caller.get());
    }

    @POST
    @Path("{id}/close")
    @RolesAllowed(A)
    @Operation(summary = "Take no more answers")
    public CallView closeCall(String id, @Valid Remark input) {
        return calls.close(id, input.text(), caller.get());
    }
}
