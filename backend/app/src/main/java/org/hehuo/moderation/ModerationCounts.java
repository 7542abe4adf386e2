package org.hehuo.moderation;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "ModerationCounts")
record ModerationCounts(
        @Schema(required = true) LocalDate from,
        @Schema(required = true) LocalDate to,

        @Schema(required = true, description = "Posts that were hidden in that time, by why; the most first")
        List<OfCause> hidden,

        @Schema(required = true, description = "How many of these were shown again")
        int restored,

        @Schema(required = true, description = "Reports by readers that came in in that time")
        int reported,

        @Schema(required = true, description = "How many of these were upheld")
        int upheld,

        @Schema(required = true, description = "How many of these were dismissed")
        int dismissed,

        @Schema(required = true, description = "Posts that were held because of watched words in that time")
        int held,

        @Schema(required = true, description = "How many of these were shown after somebody had looked at them")
        int released) {

    @Schema(name = "HiddenForCause")
    record OfCause(
            @Schema(required = true) Cause cause,
            @Schema(required = true) int posts) {}
}
