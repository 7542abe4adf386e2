package org.hehuo.projects;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What may be changed while nobody stands behind the project. */
@Schema(name = "ProjectChange")
record ProjectChange(
        @NotBlank @Size(max = 60) String title,
        @NotBlank @Size(max = 140) String summary,
        @Size(max = 4000) @Nullable String description,
        @NotBlank @Size(max = 10) String category,
        @NotBlank @Size(max = 40) String field,

        @NotNull ClaimMode claimMode,
        @NotNull ClaimPolicy claimPolicy,
        @Valid @Nullable Eligibility eligibility,
        @NotNull @Min(1) @Max(NewProject.MOST_SLOTS) Integer slots,

        @NotNull @Size(max = 20) @Schema(description = "Replaces all lines")
        List<@NotNull @Valid NewNeed> needs,

        @NotNull @Size(max = 20) List<@NotNull @Valid Participant> participants,
        @Valid @Nullable Money estimatedCost,
        @Nullable LocalDate dueDate,
        @NotNull @Min(1) @Max(365) Integer beginWithinDays) {}
