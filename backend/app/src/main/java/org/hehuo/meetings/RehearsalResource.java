package org.hehuo.meetings;

import static org.hehuo.kernel.security.Role.S;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.http.Idempotent;
import org.hehuo.kernel.security.CurrentCaller;

@Path("/api/v1/meetings/{id}/rehearsal")
@Tag(name = "meetings")
@Idempotent
class RehearsalResource {
    final Rehearsals rehearsals;
    final CurrentCaller caller;

    RehearsalResource(Rehearsals rehearsals, CurrentCaller caller) {
        this.rehearsals = rehearsals;
        this.caller = caller;
    }

    @Schema(name = "NewRehearsal")
    record NewRehearsal(
            @Min(1) @Max(30) @Schema(required = true, description = "How long the played round is open")
            int minutes) {}

    @Schema(name = "RehearsalHand")
    record NewHand(@NotBlank @Size(max = 20) String projectId) {}

    @GET
    @RolesAllowed(S)
    @Operation(summary = "The board as it looks in the rehearsal now; missing while there is none")
    public BoardView getRehearsal(String id) {
        return rehearsals.board(id, caller.get());
    }

    @POST
    @RolesAllowed(S)
    @Operation(
            summary = "Rehearse a planned meeting's round with partners that are only played",
            description =
                    "It opens ten seconds later. No claim is made and nobody is told; an hour after its end, or when the "
                            + "meeting starts, nothing is left of it. Begun again, it begins anew.")
    public BoardView rehearse(String id, @Valid NewRehearsal input) {
        return rehearsals.begin(id, input.minutes(), caller.get());
    }

    @POST
    @Path("hands")
    @RolesAllowed(S)
    @Operation(summary = "Put up a hand in the rehearsal, quicker than those that are played")
    public BoardView raiseHandInRehearsal(String id, @Valid NewHand hand) {
        return rehearsals.raise(id, hand.projectId(), caller.get());
    }

    @DELETE
    @RolesAllowed(S)
    @Operation(summary = "End a rehearsal; nothing is left of it")
    public void endRehearsal(String id) {
        rehearsals.end(id, caller.get());
    }
}
