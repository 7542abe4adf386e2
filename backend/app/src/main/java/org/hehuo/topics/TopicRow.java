package org.hehuo.topics;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.areas.AreaRef;
import org.hehuo.kernel.text.Coded;
import org.jspecify.annotations.Nullable;

/** A topic in a list: state, title, place, how long, how many stand behind it, who answers. */
@Schema(name = "TopicRow")
record TopicRow(
        @Schema(required = true, examples = "T-2026-000123") String id,
        @Schema(required = true) String title,
        @Schema(required = true) TopicState state,
        @Schema(required = true) Visibility visibility,
        @Nullable TopicOutcome outcome,
        @Schema(required = true) AreaRef area,
        @Nullable Coded category,
        @Nullable String place,
        @Nullable Position position,
        @Schema(required = true) Author author,
        @Nullable Author assignee,

        @Schema(description = "For the staff: who stands in for the assigned, who is away") @Nullable
        Author standIn,

        @Schema(required = true) int supportCount,
        @Schema(required = true) int replyCount,

        @Schema(description = "What stands around the first word that was searched for") @Nullable
        String excerpt,

        @Schema(description = "Metres from where `near` says") @Nullable
        Integer distance,

        @Schema(description = "By when the next word was promised") @Nullable
        Instant dueAt,

        @Schema(required = true) boolean overdue,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt) {}
