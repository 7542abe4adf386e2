package org.hehuo.evaluations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "Evaluation")
public record EvaluationView(
        @Schema(required = true) UUID id,
        @Schema(required = true) String projectId,
        @Schema(required = true) int rating,

        @Schema(description = "Absent until staff have read it, but for its author and the staff") @Nullable
        String comment,

        @Schema(required = true) String authorName,

        @Schema(required = true, description = "By somebody whom it concerns")
        boolean concerned,

        @Schema(required = true) boolean mine,

        @Schema(required = true, description = "`mark-read`")
        List<String> allowedActions,

        @Schema(required = true) Instant createdAt) {}
