package org.hehuo.reassignments;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

record NewReassignment(
        @NotNull UUID claimId,

        @NotBlank @Size(max = 20) @Schema(description = "To whom", examples = "HH-0002")
        String partnerId,

        @NotBlank @Size(max = 300) @Schema(description = "Both partners read it")
        String reason) {}
