package org.hehuo.matching;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A partner is asked to claim. */
public record NewInvitation(
        @NotBlank @Size(max = 20) @Schema(description = "To claim what", examples = "P-2026-000001")
        String projectId,

        @NotBlank @Size(max = 20) @Schema(description = "Who", examples = "HH-0001")
        String partnerId,

        @Size(max = 300) @Schema(description = "The partner reads it", examples = "这条楼道的灯，你们最拿手。") @Nullable
        String message) {}
