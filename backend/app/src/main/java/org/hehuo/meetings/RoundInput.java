package org.hehuo.meetings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What comes with a claim round and its steps. */
public final class RoundInput {
    private RoundInput() {}

    @Schema(name = "NewClaimRound")
    public record NewRound(
            @NotNull Instant opensAt,
            @NotNull Instant closesAt,

            @Min(0)
            @Max(200)
            @Schema(
                    description =
                            "How many a partner may claim in it, places in line not counted; any number if absent or nought")
            @Nullable
            Integer mostClaims,

            @Schema(description = "Whether partners that are not in the hall may claim; they may if absent") @Nullable
            Boolean fromAfar,

            @Min(0)
            @Max(60)
            @Schema(description = "For how many seconds its claimant may undo a claim without a mark; none if absent")
            @Nullable
            Integer undoSeconds) {}

    @Schema(name = "OpenClaimRound")
    record Opening(
            @Schema(description = "When it closes; as planned if absent") @Nullable
            Instant closesAt) {}

    @Schema(name = "ExtendClaimRound")
    record Extension(@NotNull Instant closesAt) {}
}
