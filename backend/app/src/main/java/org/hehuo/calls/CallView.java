package org.hehuo.calls;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.areas.AreaRef;
import org.hehuo.kernel.http.Located;
import org.hehuo.kernel.http.Versioned;
import org.hehuo.kernel.text.Coded;
import org.hehuo.media.PhotoView;
import org.jspecify.annotations.Nullable;

@Schema(name = "Call")
public record CallView(
        @Schema(required = true, examples = "C-2026-0001") String id,
        @Schema(required = true) String title,
        @Schema(required = true, description = "Markdown") String body,
        @Schema(required = true) CallState state,
        @Schema(required = true) AreaRef area,

        @Schema(required = true, description = "What is sought; nothing named: anything")
        List<Coded> fields,

        @Schema(required = true) List<Coded> categories,
        @Schema(description = "The last day") @Nullable LocalDate closesOn,
        @Nullable PhotoView photo,

        @Schema(required = true, description = "How many have answered")
        int answers,

        @Schema(
                required = true,
                description = "The same by day, in the programme's time zone; days without are left out")
        List<CallAnswers.Day> answersByDay,

        @Schema(required = true) List<String> allowedActions,
        @Nullable Instant publishedAt,
        @Nullable Instant closedAt,
        @Schema(required = true) Instant createdAt,
        @Schema(hidden = true) long version)
        implements Versioned, Located {

    @Override
    public String location() {
        return "/api/v1/calls/" + id;
    }
}
