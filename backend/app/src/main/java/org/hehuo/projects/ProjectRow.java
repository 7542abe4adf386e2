package org.hehuo.projects;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.areas.AreaRef;
import org.hehuo.kernel.text.Coded;
import org.jspecify.annotations.Nullable;

/** A project in a list. */
@Schema(name = "ProjectRow")
record ProjectRow(
        @Schema(required = true, examples = "P-2026-000045") String id,
        @Schema(required = true) String title,
        @Schema(required = true) String summary,
        @Schema(required = true) ProjectState state,
        @Schema(required = true) Coded field,
        @Schema(required = true) Coded category,
        @Schema(required = true) AreaRef area,
        @Schema(required = true) ClaimMode claimMode,
        @Schema(required = true) int slots,
        @Schema(required = true) int slotsLeft,
        @Schema(required = true) int waitlistLength,

        @Schema(description = "What stands around the first word that was searched for") @Nullable
        String excerpt,

        @Schema(required = true) List<Undertakings.Holder> holders,
        @Nullable LocalDate dueDate,
        @Schema(required = true) boolean overdue,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt) {}
