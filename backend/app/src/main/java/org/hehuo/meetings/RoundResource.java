package org.hehuo.meetings;

import static org.hehuo.kernel.security.Role.S;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.http.Idempotent;
import org.hehuo.kernel.life.Remark;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.security.CurrentCaller;
import org.hehuo.kernel.security.RequiresScope;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/meetings/{id}/rounds")
@Tag(name = "meetings")
@Idempotent
class RoundResource {
    final RoundService rounds;
    final AttemptQueries attempts;
    final CurrentCaller caller;

    RoundResource(RoundService rounds, AttemptQueries attempts, CurrentCaller caller) {
        this.rounds = rounds;
        this.attempts = attempts;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(S)
    @ResponseStatus(201)
    @Operation(
            summary = "Plan a claim round, one at a time",
            description =
                    "Until it is closed the meeting's projects are claimed in it only, by partners that are there.")
    public RoundView planClaimRound(String id, @Valid RoundInput.NewRound round) {
        return rounds.plan(id, round, caller.get());
    }

    @POST
    @Path("{round}/open")
    @RolesAllowed(S)
    @Operation(summary = "Open it now; else it opens by itself at its time while the meeting is live")
    public RoundView openClaimRound(String id, UUID round, @Valid RoundInput.Opening input) {
        return rounds.open(id, round, input.closesAt(), caller.get());
    }

    @POST
    @Path("{round}/pause")
    @RolesAllowed(S)
    @Operation(summary = "Nobody claims until it is resumed")
    public RoundView pauseClaimRound(String id, UUID round, @Valid Remark input) {
        return rounds.pause(id, round, caller.get());
    }

    @POST
    @Path("{round}/resume")
    @RolesAllowed(S)
    @Operation(summary = "It goes on; the time for which it stood still is added at its end")
    public RoundView resumeClaimRound(String id, UUID round, @Valid Remark input) {
        return rounds.resume(id, round, caller.get());
    }

    @POST
    @Path("{round}/extend")
    @RolesAllowed(S)
    @Operation(summary = "It closes at another time")
    public RoundView extendClaimRound(String id, UUID round, @Valid RoundInput.Extension input) {
        return rounds.extend(id, round, input.closesAt(), caller.get());
    }

    @POST
    @Path("{round}/close")
    @RolesAllowed(S)
    @Operation(summary = "It is over")
    public RoundView closeClaimRound(String id, UUID round, @Valid Remark input) {
        return rounds.close(id, round, caller.get());
    }

    @GET
    @Path("{round}/attempts")
    @PermitAll
    @RequiresScope("projects:read")
    @Operation(summary = "Every hand that went up and what it got, the last first; for all once the round is closed")
    public Page<AttemptView> listClaimAttempts(
            String id,
            UUID round,
            @RestQuery @DefaultValue("50") @Min(1) @Max(100) int pageSize,
            @RestQuery @Size(max = 400) @Nullable String cursor) {
        return attempts.page(id, round, pageSize, cursor, caller.get());
    }
}
