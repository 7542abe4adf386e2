package org.hehuo.meetings;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.areas.AreaRef;
import org.hehuo.kernel.text.Identified;
import org.jspecify.annotations.Nullable;

/** A meeting's minutes as they stood when it closed; what became of the claims later is not in them. */
@Schema(name = "Minutes")
record MinutesView(
        @Schema(required = true, examples = "M-2026-000001") String id,
        @Schema(required = true) String title,
        @Schema(required = true) String place,
        @Schema(required = true) AreaRef area,
        @Schema(required = true) Instant startedAt,

        @Schema(description = "While it is absent the minutes grow") @Nullable
        Instant closedAt,

        @Schema(required = true) List<String> agenda,

        @Schema(required = true, description = "Who came, the first first")
        List<Arrival> arrivals,

        @Schema(required = true, description = "Who was invited and did not come")
        List<Identified> absent,

        @Schema(
                required = true,
                description = "What was claimed from beginning to end and not given back, the first first")
        List<Claimed> claims,

        @Schema(required = true, description = "What could still be claimed at the end, in the order of the screen")
        List<Left> left) {

    /** A project that several share counts once. */
    long projectsClaimed() {
        return claims.stream().map(Claimed::projectId).distinct().count();
    }

    @Schema(name = "MinutesArrival")
    record Arrival(
            @Schema(required = true) Identified partner,
            @Schema(required = true) Instant at,
            @Schema(required = true) boolean inHall) {}

    @Schema(name = "MinutesClaim")
    record Claimed(
            @Schema(required = true) String projectId,
            @Schema(required = true) String title,
            @Schema(required = true) Identified partner,
            @Schema(required = true) Instant at,

            @Schema(required = true, description = "Staff put up the hand for somebody in the hall")
            boolean proxy) {}

    @Schema(name = "MinutesProject")
    record Left(
            @Schema(required = true) String projectId,
            @Schema(required = true) String title,
            @Schema(required = true) int slotsLeft,

            @Schema(required = true, description = "How many have offered themselves, for staff to choose from")
            int offers) {}
}
