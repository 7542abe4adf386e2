package org.hehuo.topics;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.areas.AreaRef;
import org.hehuo.kernel.http.Located;
import org.hehuo.kernel.http.Versioned;
import org.hehuo.kernel.text.Coded;
import org.hehuo.kernel.text.Identified;
import org.hehuo.media.PhotoView;
import org.jspecify.annotations.Nullable;

@Schema(name = "Topic")
public record TopicView(
        @Schema(required = true, examples = "T-2026-000123") String id,
        @Schema(required = true) String title,
        @Schema(required = true) String body,
        @Schema(required = true) TopicState state,
        @Schema(required = true) Visibility visibility,

        @Schema(required = true, description = "Hidden only until somebody has looked at it")
        boolean held,

        @Schema(description = "Why it was hidden; for its author and the staff") @Nullable
        String hiddenReason,

        @Nullable TopicOutcome outcome,
        @Schema(required = true) AreaRef area,

        @Schema(description = "Absent where the author left it open") @Nullable
        Coded category,

        @Nullable String place,
        @Nullable Position position,
        @Schema(required = true) List<PhotoView> photos,
        @Schema(required = true) Author author,
        @Schema(required = true) boolean mine,

        @Schema(required = true, description = "Staff wrote it down for a caller on the phone")
        boolean byPhone,

        @Nullable Author assignee,

        @Schema(description = "For the staff: who stands in for the assigned, who is away") @Nullable
        Author standIn,

        @Schema(required = true) int supportCount,
        @Schema(required = true) int replyCount,
        @Schema(required = true) boolean supportedByMe,
        @Schema(required = true) boolean following,
        @Schema(description = "The latest one") @Nullable ReplyView officialReply,

        @Schema(description = "By when the next word was promised") @Nullable
        Instant dueAt,

        @Schema(required = true) boolean overdue,

        @Schema(description = "What staff asked the author, while they wait for the answer") @Nullable
        String question,

        @Schema(description = "The office above to which a broken promise went") @Nullable
        Coded escalatedTo,

        @Schema(description = "When a higher office ordered the date") @Nullable
        Instant supervisedAt,

        @Schema(description = "The topic that stands for this one now", examples = "T-2026-000045") @Nullable
        String mergedInto,

        @Schema(required = true, description = "What was merged into it")
        List<Identified> merged,

        @Schema(required = true) List<TopicLinks.Link> projects,

        @Schema(
                required = true,
                description = "What the caller may do now; besides the steps: `edit`, `reveal-author`, `report`")
        List<String> allowedActions,

        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant updatedAt,
        @Schema(hidden = true) long version)
        implements Versioned, Located {

    @Override
    public String location() {
        return "/api/v1/topics/" + id;
    }
}
