package org.hehuo.meetings;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.http.Located;
import org.hehuo.kernel.http.Versioned;
import org.hehuo.kernel.life.Action;
import org.hehuo.kernel.security.Caller;

@Schema(name = "ClaimRound")
public record RoundView(
        @Schema(required = true) UUID id,
        @Schema(required = true) String meetingId,

        @Schema(required = true, description = "As its clock says")
        RoundState state,

        @Schema(required = true) Instant opensAt,
        @Schema(required = true) Instant closesAt,

        @Schema(
                required = true,
                description = "How many a partner may claim in it, places in line not counted; nought: any number")
        int mostClaims,

        @Schema(required = true, description = "Whether partners that are not in the hall may claim")
        boolean fromAfar,

        @Schema(required = true, description = "For how many seconds its claimant may undo a claim without a mark")
        int undoSeconds,

        @Schema(required = true) List<String> allowedActions,
        @Schema(hidden = true) long version)
        implements Versioned, Located {

    static RoundView of(ClaimRound round, Caller caller) {
        return new RoundView(
                round.id(),
                round.meeting(),
                round.shown(),
                round.opensAt(),
                round.closesAt(),
                round.mostClaims(),
                round.fromAfar(),
                round.undoSeconds(),
                Action.allowed(RoundAction.values(), round, caller),
                round.version());
    }

    @Override
    public String location() {
        return "/api/v1/meetings/" + meetingId;
    }
}
