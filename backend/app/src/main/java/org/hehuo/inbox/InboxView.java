package org.hehuo.inbox;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.topics.TopicAnswers;
import org.jspecify.annotations.Nullable;

/** An inbox at a glance. */
@Schema(name = "Inbox")
record InboxView(
        @Schema(required = true, description = "By name; there may come more")
        List<Tray> trays,

        @Schema(required = true) Day day,
        @Schema(required = true) List<SavedFilter> savedFilters) {

    @Schema(name = "InboxTray")
    record Tray(
            @Schema(required = true, examples = "overdue") String name,
            @Schema(required = true) int count) {}

    @Schema(name = "InboxDay", description = "The numbers of the day, in the areas that one works for")
    record Day(
            @Schema(required = true, description = "Today in the programme's time zone")
            LocalDate date,

            @Schema(required = true) int cameIn,

            @Schema(required = true, description = TopicAnswers.DESCRIPTION)
            int answered,

            @Schema(required = true) int dueToday,
            @Schema(required = true) int overdue,

            @Schema(required = true, description = "The turn is their author's")
            int waitingForResidents,

            @Schema(description = "When the oldest topic was said that nobody has taken up; absent where there is none")
            @Nullable
            Instant oldestOpenSince) {}
}
