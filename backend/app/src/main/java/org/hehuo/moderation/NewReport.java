package org.hehuo.moderation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why somebody thinks that a post should not stand. */
@Schema(name = "NewReport")
record NewReport(
        @NotBlank @Size(max = 40) @Schema(description = "`topic` or `reply`")
        String thingKind,

        @NotBlank @Size(max = 60) String thingId,
        @NotNull Cause cause,

        @Size(max = 500) @Schema(description = "Needed with `other`") @Nullable
        String text) {}
