package org.hehuo.moderation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.areas.AreaRef;
import org.hehuo.kernel.http.Located;
import org.hehuo.kernel.http.Versioned;
import org.jspecify.annotations.Nullable;

/** Nobody learns from it who reported. */
@Schema(name = "Report")
public record ReportView(
        @Schema(required = true) UUID id,
        @Schema(required = true) ReportState state,

        @Schema(required = true, description = "`topic` or `reply`")
        String thingKind,

        @Schema(required = true, description = "What was reported")
        String thingId,

        @Schema(required = true, description = "The topic on whose page it stands", examples = "T-2026-000123")
        String topicId,

        @Schema(required = true) AreaRef area,

        @Schema(description = "What was said when it was reported; for who may decide") @Nullable
        String said,

        @Schema(required = true, description = "The product holds the post because of the words in `text`")
        boolean held,

        @Schema(description = "Absent where it is held") @Nullable
        Cause cause,

        @Schema(description = "What the reporter added; or the watched words") @Nullable
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

    @Override
    public String location() {
        return "/api/v1/moderation/reports/" + id;
    }
}
