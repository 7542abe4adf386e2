package org.hehuo.projects;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.areas.AreaCode;
import org.jspecify.annotations.Nullable;

/** A need made claimable; it begins as a draft. */
public record NewProject(
        @NotBlank @Size(max = 60) @Schema(examples = "电亮微行动")
        String title,

        @NotBlank @Size(max = 140) String summary,
        @Size(max = 4000) @Nullable String description,

        @NotBlank @Pattern(regexp = AreaCode.PATTERN) @Schema(examples = "370203019001")
        String areaCode,

        @NotBlank @Size(max = 10) @Schema(examples = "PWR01")
        String category,

        @Size(max = 40) @Schema(description = "That of the category if absent") @Nullable
        String field,

        @Size(max = 20) @Schema(description = "Topics that it grew from") @Nullable
        List<@NotBlank @Size(max = 20) String> topicIds,

        @Schema(description = "`exclusive` if absent: one partner carries it whole") @Nullable
        ClaimMode claimMode,

        @Schema(description = "`first_come` if absent: a claim holds at once") @Nullable
        ClaimPolicy claimPolicy,

        @Valid @Schema(description = "Who may claim; every partner if absent") @Nullable
        Eligibility eligibility,

        @Min(1)
        @Max(NewProject.MOST_SLOTS)
        @Schema(
                description =
                        "How many partners may hold it. An exclusive project has one; a shared one takes 20 if absent")
        @Nullable
        Integer slots,

        @Size(max = 20) @Nullable List<@NotNull @Valid NewNeed> needs,
        @Size(max = 20) @Nullable List<@NotNull @Valid Participant> participants,
        @Valid @Nullable Money estimatedCost,
        @Nullable LocalDate dueDate,

        @Min(1) @Max(365) @Schema(description = "Calendar days in which a holder must begin; 14 if absent") @Nullable
        Integer beginWithinDays) {
    static final int MOST_SLOTS = 20;
}
