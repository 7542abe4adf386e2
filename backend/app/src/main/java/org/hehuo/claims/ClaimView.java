package org.hehuo.claims;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.http.Located;
import org.hehuo.kernel.http.Versioned;
import org.hehuo.kernel.text.Identified;
import org.hehuo.projects.Projects;
import org.jspecify.annotations.Nullable;

@Schema(name = "Claim")
public record ClaimView(
        @Schema(required = true) UUID id,
        @Schema(required = true) Projects.Reference project,
        @Schema(required = true) Identified partner,
        @Schema(required = true) ClaimState state,

        @Schema(description = "In the waiting list, from 1; for `waitlisted` only") @Nullable
        Integer position,

        @Schema(description = "What it takes on; of shared projects only") @Nullable
        List<ShareView> shares,

        @Schema(description = "What the partner said with it; public like the claim itself") @Nullable
        String message,

        @Schema(required = true, description = "Staff took it down for a partner that only telephones")
        boolean onBehalf,

        @Schema(description = "It lapses unless begun by then") @Nullable
        Instant beginBy,

        @Nullable Instant begunAt,

        @Schema(description = "When the partner said that its part is done") @Nullable
        Instant reportedAt,

        @Nullable Instant endedAt,
        @Nullable String endReason,

        @Schema(
                required = true,
                description = "What the caller may do now; besides the verbs: `reassign`, by a proposal")
        List<String> allowedActions,

        @Schema(required = true) Instant createdAt,
        @Schema(hidden = true) long version)
        implements Versioned, Located {

    @Override
    public String location() {
        return "/api/v1/claims/" + id;
    }
}
