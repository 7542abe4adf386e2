package org.hehuo.meetings;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.text.Identified;
import org.jspecify.annotations.Nullable;

@Schema(name = "ClaimAttempt")
record AttemptView(
        @Schema(required = true) UUID id,

        @Schema(required = true, description = "When it was decided, by the database's clock")
        Instant at,

        @Schema(required = true) String projectId,
        @Schema(required = true) Identified partner,

        @Schema(required = true, description = "The chair put the hand up for somebody in the hall")
        boolean proxy,

        @Schema(
                required = true,
                description = "The claim's state, or the code of the refusal",
                examples = "claim.slot_taken")
        String answer,

        @Schema(required = true, description = "The answer in the reader's words")
        String words,

        @Nullable UUID claimId) {}
