package org.hehuo.areas;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new area below an existing one (or the first district). */
public record NewArea(
        @Schema(
                description = "The parent's code and three digits more; six digits for a district",
                examples = "370203019001001")
        @NotBlank
        @Pattern(regexp = AreaCode.PATTERN)
        String code,

        @NotBlank @Size(max = 60) String name) {}
