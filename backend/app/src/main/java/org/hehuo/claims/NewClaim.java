package org.hehuo.claims;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An undertaking. */
public record NewClaim(
        @NotBlank
        @Size(max = 20)
        @Schema(description = "Who undertakes it; staff may name one that only telephones", examples = "HH-0001")
        String partnerId,

        @Size(max = 300) @Schema(examples = "灯的事，交给我们。") @Nullable
        String message) {}
