package org.hehuo.meetings;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.PermitAll;
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
import org.hehuo.kernel.security.RequiresScope;

@Path("/api/v1/meetings/{id}")
@Tag(name = "meetings")
class BoardResource {
    final Boards boards;
    final MeetingLive live;
    final Stream stream;

    BoardResource(Boards boards, MeetingLive live, Stream stream) {
        this.boards = boards;
        this.live = live;
        this.stream = stream;
    }

    @GET
    @Path("board")
    @PermitAll
    @RequiresScope("projects:read")
    @Operation(summary = "All that the big screen shows")
    public BoardView getMeetingBoard(String id) {
        return boards.of(id);
    }

    @GET
    @Path("live")
    @PermitAll
    @RequiresScope("projects:read")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @Operation(summary = "The big screen live, as server-sent events", description = """
                    `board` (MeetingBoard) first, and whenever other projects stand on it; then `changed` \
                    (MeetingBoardChange) with what looks different. Ends after some minutes; connect again, and the board \
                    comes whole.""")
    @APIResponse(
            responseCode = "200",
            description = "The `data` of each event",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(anyOf = {BoardView.class, BoardView.Change.class})))
    public Multi<OutboundSseEvent> streamMeeting(String id) {
        return stream.of(live.of(id));
    }
}
