package org.hehuo.matching;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.text.Identified;
import org.hehuo.projects.Projects;
import org.jspecify.annotations.Nullable;

@Schema(name = "Match")
record Match(
        @Schema(required = true) Projects.Reference project,
        @Schema(required = true) Identified partner,

        @Schema(required = true, description = "What the partner can give that fits best")
        Offer capability,

        @Schema(
                required = true,
                minimum = "1",
                maximum = "100",
                description =
                        "The sum of the reasons' points: `category` 50 or `akin` 15, `words` 5 for each pair of characters"
                                + " in common up to 20, `area` 15, `kind` 5, `enough` 5, `done_before` 5")
        int score,

        @Schema(required = true) List<Fit.Reason> reasons,

        @Schema(required = true, description = "What is missing, to be talked about")
        List<Fit.Gap> gaps,

        @Schema(description = "Where the newest invitation to this stands, if there is one") @Nullable
        InvitationState invitation) {

    @Schema(name = "MatchCapability")
    record Offer(
            @Schema(required = true) UUID id,
            @Schema(required = true, examples = "上门修灯换灯") String title) {}
}
