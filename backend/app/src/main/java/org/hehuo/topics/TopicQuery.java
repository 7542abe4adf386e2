package org.hehuo.topics;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which topics. */
record TopicQuery(
        @RestQuery @Size(max = 20) @Schema(description = "In or below one of these areas")
        List<String> area,

        @RestQuery @Size(max = 10) List<TopicState> state,

        @RestQuery @Size(max = 20) @Schema(description = "A leaf, or a whole category")
        List<String> category,

        @RestQuery @Size(min = 1, max = 60) @Schema(description = "A part of the title or the id") @Nullable
        String q,

        @RestQuery @DefaultValue("false") @Schema(description = "Only what I posted")
        boolean mine,

        @RestQuery @DefaultValue("false") @Schema(description = "Only what was assigned to me")
        boolean assignedToMe,

        @RestQuery @Schema(description = "Only broken promises, or only the others") @Nullable
        Boolean overdue,

        @RestQuery
        @Schema(
                description =
                        "`createdAt`, `updatedAt`, `supportCount` (as last added up), `dueAt` (without a date: last); `-createdAt` is the default")
        @Nullable
        String sort,

        @RestQuery @DefaultValue("20") @Min(1) @Max(100) int pageSize,
        @RestQuery @Size(max = 400) @Nullable String cursor) {}
