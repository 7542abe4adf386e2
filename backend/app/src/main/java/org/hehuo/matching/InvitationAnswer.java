package org.hehuo.matching;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.claims.NewClaim.NewShare;
import org.jspecify.annotations.Nullable;

/** A yes. */
record InvitationAnswer(
        @Size(max = 300) @Schema(description = "Said with the claim", examples = "灯的事，交给我们。") @Nullable
        String text,

        @Size(min = 1, max = 20)
        @Schema(description = "Of a shared project only: how much of which needs; all that is left if absent")
        @Nullable
        List<@NotNull @Valid NewShare> shares) {}
