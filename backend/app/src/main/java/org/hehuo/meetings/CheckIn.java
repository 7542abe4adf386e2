package org.hehuo.meetings;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A partner is there. */
public record CheckIn(
        @NotBlank
        @Size(max = 20)
        @Schema(description = "Who; staff may name one that holds no phone", examples = "HH-0001")
        String partnerId,

        @Size(max = 40)
        @Schema(description = "What the screen in the hall shows; whoever has none is there from afar")
        @Nullable
        String hallCode) {}
