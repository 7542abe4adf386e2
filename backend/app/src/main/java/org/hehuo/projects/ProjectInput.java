package org.hehuo.projects;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.media.Photos;
import org.jspecify.annotations.Nullable;

/** What comes with a project's steps. */
public final class ProjectInput {
    private ProjectInput() {}

    @Schema(name = "BeginProject")
    public record Beginning(
            @Size(max = 20) @Schema(description = "For whom; needed where the caller could mean several") @Nullable
            String partnerId) {}

    @Schema(name = "OutcomeNumber")
    public record Figure(
            @NotBlank @Size(max = 40) String measure,

            @NotNull
            @DecimalMin("0")
            @Digits(integer = 12, fraction = 2)
            @Schema(implementation = String.class, examples = "60")
            BigDecimal value,

            @NotBlank @Size(max = 10) String unit) {}

    @Schema(name = "NewOutcome")
    public record NewOutcome(
            @NotNull @Size(max = 20) List<@NotNull @Valid Figure> numbers,
            @NotBlank @Size(max = 2000) String story,

            @Size(max = Photos.MOST)
            @Schema(description = "The caller's own uploads, or pictures of the project's topics")
            @Nullable
            List<@NotNull UUID> beforePhotoIds,

            @Size(max = Photos.MOST) @Schema(description = "The caller's own uploads") @Nullable
            List<@NotNull UUID> afterPhotoIds) {}

    @Schema(name = "ReportCompletion")
    public record Completion(
            @NotNull @Valid NewOutcome outcome,

            @Size(max = 20) @Schema(description = "For whom; needed where the caller could mean several") @Nullable
            String partnerId) {}

    @Schema(name = "NewProgressEntry")
    public record NewProgress(
            @NotBlank @Size(max = 1000) String text,

            @Size(max = Photos.MOST) @Schema(description = "The caller's own uploads, in this order") @Nullable
            List<@NotNull UUID> photoIds,

            @Schema(description = "Today if absent; not in the future") @Nullable
            LocalDate occurredOn,

            @Size(max = 20) @Schema(description = "For whom; staff may leave it out") @Nullable
            String partnerId) {}
}
