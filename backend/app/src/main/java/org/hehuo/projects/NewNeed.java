package org.hehuo.projects;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A line of what a project takes. */
public record NewNeed(
        @NotNull NeedKind kind,
        @NotBlank @Size(max = 60) String title,

        @NotNull
        @DecimalMin(value = "0", inclusive = false)
        @Digits(integer = 10, fraction = 2)
        @Schema(implementation = String.class, examples = "20")
        BigDecimal quantity,

        @NotBlank @Size(max = 10) @Schema(examples = "株") String unit) {}
