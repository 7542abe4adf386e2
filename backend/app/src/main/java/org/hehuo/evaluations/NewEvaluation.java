package org.hehuo.evaluations;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody thinks of a result. */
public record NewEvaluation(
        @NotBlank @Size(max = 20) @Schema(examples = "P-2026-000045")
        String projectId,

        @NotNull @Min(1) @Max(5) @Schema(description = "5 is best")
        Integer rating,

        @Size(max = 500) @Schema(description = "Shown to others once staff have read it") @Nullable
        String comment) {}
