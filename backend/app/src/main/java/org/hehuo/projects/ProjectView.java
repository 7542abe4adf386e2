package org.hehuo.projects;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.areas.AreaRef;
import org.hehuo.kernel.http.Located;
import org.hehuo.kernel.http.Versioned;
import org.hehuo.kernel.text.Coded;
import org.hehuo.kernel.text.Identified;
import org.jspecify.annotations.Nullable;

@Schema(name = "Project")
public record ProjectView(
        @Schema(required = true, examples = "P-2026-000045") String id,
        @Schema(required = true) String title,
        @Schema(required = true) String summary,
        @Nullable String description,
        @Schema(required = true) ProjectState state,
        @Schema(required = true) Coded field,
        @Schema(required = true) Coded category,
        @Schema(required = true) AreaRef area,
        @Schema(required = true) ClaimMode claimMode,
        @Schema(required = true) ClaimPolicy claimPolicy,

        @Schema(description = "Which partners may claim; absent: all") @Nullable
        Eligibility eligibility,

        @Schema(required = true) int slots,
        @Schema(required = true) int slotsLeft,
        @Schema(required = true) int waitlistLength,

        @Schema(required = true, description = "Calendar days in which a holder must begin")
        int beginWithinDays,

        @Nullable Money estimatedCost,
        @Nullable LocalDate dueDate,
        @Schema(required = true) boolean overdue,
        @Schema(required = true) List<NeedView> needs,
        @Schema(required = true) List<Undertakings.Holder> holders,
        @Schema(required = true) List<Participant> participants,
        @Schema(required = true) List<Identified> topics,

        @Schema(description = "Public once it was accepted; before that for staff and holders") @Nullable
        OutcomeView outcome,

        @Nullable EndReason endReason,
        @Schema(required = true) boolean following,

        @Schema(required = true, description = "The caller may rate it now")
        boolean evaluable,

        @Schema(required = true) boolean evaluatedByMe,

        @Schema(
                required = true,
                description = "What the caller may do now; besides the verbs: `edit`, `claim`, `add-progress`")
        List<String> allowedActions,

        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt,
        @Schema(hidden = true) long version)
        implements Versioned, Located {

    @Override
    public String location() {
        return "/api/v1/projects/" + id;
    }
}
