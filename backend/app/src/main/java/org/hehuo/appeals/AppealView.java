package org.hehuo.appeals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.areas.AreaRef;
import org.hehuo.kernel.http.Located;
import org.hehuo.kernel.http.Versioned;
import org.jspecify.annotations.Nullable;

@Schema(name = "Appeal")
record AppealView(
        @Schema(required = true) UUID id,
        @Schema(required = true) AppealState state,

        @Schema(required = true, description = "Of what kind it is", examples = "topic")
        String thingKind,

        @Schema(required = true, description = "What was decided about")
        String thingId,

        @Schema(required = true, description = "The topic on whose page it stands", examples = "T-2026-000123")
        String topicId,

        @Schema(description = "The topic's title") @Nullable String topicTitle,
        @Schema(required = true) AreaRef area,
        @Schema(required = true) Decision decision,

        @Schema(required = true, description = "Why the author does not accept it")
        String text,

        @Schema(description = "Why it was upheld or dismissed") @Nullable
        String reason,

        @Schema(required = true) boolean mine,

        @Schema(required = true, description = "By when an answer was promised")
        Instant dueAt,

        @Schema(required = true) boolean overdue,
        @Schema(required = true) List<String> allowedActions,
        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt,
        @Schema(hidden = true) long version)
        implements Versioned, Located {

    AppealView titled(@Nullable String title) {
        return new AppealView(
                id,
                state,
                thingKind,
                thingId,
                topicId,
                title,
                area,
                decision,
                text,
                reason,
                mine,
                dueAt,
                overdue,
                allowedActions,
                createdAt,
                updatedAt,
                version);
    }

    @Override
    public String location() {
        return "/api/v1/appeals/" + id;
    }
}
