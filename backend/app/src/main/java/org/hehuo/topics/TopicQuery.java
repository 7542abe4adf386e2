package org.hehuo.topics;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.search.Found;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which topics. */
record TopicQuery(
        @RestQuery @Size(max = 20) @Schema(description = "In or below one of these areas")
        List<String> area,

        @RestQuery @Size(max = 10) List<TopicState> state,

        @RestQuery @Size(max = 20) @Schema(description = "A leaf, or a whole category")
        List<String> category,

        @RestQuery @Size(min = 1, max = 60) @Schema(description = Found.WORDS) @Nullable
        String q,

        @RestQuery
        @Pattern(regexp = Near.PATTERN)
        @Schema(
                description = "`lat,lon,m`: not farther than that many metres, at most 20,000",
                examples = "36.08,120.35,1500")
        @Nullable
        String near,

        @RestQuery @DefaultValue("false") @Schema(description = "Only what I posted")
        boolean mine,

        @RestQuery
        @DefaultValue("false")
        @Schema(description = "Only what was assigned to me, or to whom I stand in for")
        boolean assignedToMe,

        @RestQuery @Schema(description = "Said on that day or later, in the programme's time zone") @Nullable
        LocalDate createdFrom,

        @RestQuery @Schema(description = "On that day or later: " + TopicAnswers.DESCRIPTION) @Nullable
        LocalDate answeredFrom,

        @RestQuery @Schema(description = "Due on that day or earlier") @Nullable
        LocalDate dueUntil,

        @RestQuery @Schema(description = "Only broken promises, or only the others") @Nullable
        Boolean overdue,

        @RestQuery
        @Size(max = 20)
        @Schema(
                description =
                        "Broken promises that went up to one of these offices, and what the district has to decide")
        List<String> escalatedTo,

        @RestQuery
        @Schema(
                description =
                        "`createdAt`, `updatedAt`, `supportCount` (as last added up), `dueAt` (without a date: last); `-createdAt` is the default; `relevance` where words are searched, and the default there; `distance` with `near`")
        @Nullable
        String sort,

        @RestQuery @DefaultValue("20") @Min(1) @Max(100) int pageSize,
        @RestQuery @Size(max = 400) @Nullable String cursor) {

    /** Whether another may stand for it: what was merged is found by its words and its day, and in one's own list. */
    boolean leavesOutMerged() {
        return state.isEmpty() && q == null && !mine && createdFrom == null && answeredFrom == null;
    }
}
