package org.hehuo.events;

import static org.hehuo.kernel.security.Role.I;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.RequiresScope;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/events")
@Tag(name = "events", description = "The ordered change feed")
class EventResource {
    final EventFeed feed;

    EventResource(EventFeed feed) {
        this.feed = feed;
    }

    @GET
    @RolesAllowed(I)
    @RequiresScope("events:read")
    @Operation(
            summary = "What happened, in one order that never changes",
            description = "The last page's cursor stays good for what comes later: ask again with it.")
    public Page<EventView> listEvents(
            @RestQuery @Size(max = 400) @Nullable String cursor,
            @RestQuery @Size(max = 400) @Schema(description = "The same as `cursor`") @Nullable String after,
            @RestQuery @DefaultValue("50") @Min(1) @Max(200) int pageSize) {
        if (cursor != null && after != null) {
            throw Problem.badParameter(ApiError.INVALID_PARAMETER, "after", "repeated");
        }
        return feed.page(cursor == null ? after : cursor, pageSize);
    }
}
