package org.hehuo.topics;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.live.Stream;
import org.hehuo.kernel.outbox.LiveEvents;
import org.hehuo.kernel.security.CurrentCaller;
import org.hehuo.kernel.security.RequiresScope;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/topics")
@Tag(name = "topics")
class TopicStreamResource {
    final TopicLive live;
    final Stream stream;
    final CurrentCaller caller;

    TopicStreamResource(TopicLive live, Stream stream, CurrentCaller caller) {
        this.live = live;
        this.stream = stream;
        this.caller = caller;
    }

    @GET
    @Path("{id}/stream")
    @PermitAll
    @RequiresScope("topics:read")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @Operation(summary = "A topic live, as server-sent events", description = """
                    `happened` (Happening) when something public happens to the topic or to what grew from it: read \
                    anew what you show. `counts` (TopicCounts) when supports or replies have changed. Ends after some minutes; \
                    connect again with `Last-Event-ID`, and what was missed comes first, or, after too much of it, `again`: \
                    read anew.""")
    @APIResponse(
            responseCode = "200",
            description = "The `data` of each event",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(oneOf = {LiveEvents.Happening.class, TopicLive.Counts.class})))
    public Multi<OutboundSseEvent> streamTopic(
            String id, @RestHeader("Last-Event-ID") @Size(max = 400) @Nullable String lastEventId) {
        return stream.of(live.of(id, lastEventId, caller.get()));
    }
}
