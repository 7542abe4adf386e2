package org.hehuo.kernel.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One thing wrong with one field of a request. */
@Schema(description = "One thing wrong with one field of a request")
public record Violation(
        @Schema(
                required = true,
                description = "The field's path as it stands in the JSON, or the parameter's name",
                examples = "needs[0].quantity")
        String field,

        @Schema(required = true, description = "Stable; programs compare this", examples = "required")
        String code,

        @Schema(required = true, description = "In the caller's language")
        String message) {}
