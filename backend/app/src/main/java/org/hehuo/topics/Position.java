package org.hehuo.topics;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A place on the map: degrees, WGS 84. */
@Schema(name = "Position", description = "Degrees, WGS 84")
public record Position(
        @DecimalMin("-90") @DecimalMax("90") @Schema(required = true, examples = "36.0809") @NotNull
        Double lat,

        @DecimalMin("-180") @DecimalMax("180") @Schema(required = true, examples = "120.3398") @NotNull
        Double lon) {}
