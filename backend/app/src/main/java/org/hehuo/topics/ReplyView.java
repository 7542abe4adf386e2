package org.hehuo.topics;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.http.Located;
import org.hehuo.kernel.http.Versioned;
import org.hehuo.media.PhotoView;
import org.jspecify.annotations.Nullable;

@Schema(name = "Reply")
public record ReplyView(
        @Schema(required = true) UUID id,
        @Schema(hidden = true) @JsonIgnore String topicId,

        @Schema(description = "Absent where it was hidden from the caller") @Nullable
        String body,

        @Schema(required = true) List<PhotoView> photos,
        @Schema(required = true) Author author,

        @Schema(required = true, description = "An answer by staff in that role")
        boolean official,

        @Schema(description = "The reply that it answers; absent at the first level") @Nullable
        UUID parentId,

        @Nullable ReplyQuote quote,

        @Schema(description = "The topic in which it was said, where that was merged into this one") @Nullable
        String fromTopic,

        @Schema(required = true) Visibility visibility,

        @Schema(required = true, description = "Hidden only until somebody has looked at it")
        boolean held,

        @Schema(description = "Why it was hidden; for its author and the staff") @Nullable
        String hiddenReason,

        @Schema(required = true) boolean mine,

        @Schema(
                required = true,
                description = "What the caller may do now: `edit`, `hide`, `restore`, `appeal`, `report`")
        List<String> allowedActions,

        @Schema(required = true) Instant createdAt,
        @Nullable Instant editedAt,
        @Schema(hidden = true) long version)
        implements Versioned, Located {

    @Override
    public String location() {
        return "/api/v1/topics/" + topicId + "/replies/" + id;
    }
}
