package org.hehuo.projects;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.search.Found;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which projects. */
record ProjectQuery(
        @RestQuery @Size(max = 20) @Schema(description = "In or below one of these areas")
        List<String> area,

        @RestQuery @Size(max = 10) List<String> field,

        @RestQuery @Size(max = 20) @Schema(description = "A leaf, or a whole category")
        List<String> category,

        @RestQuery @Size(max = 10) List<ProjectState> state,

        @RestQuery @Schema(description = "Only what has a free slot, or only the others") @Nullable
        Boolean claimable,

        @RestQuery @Size(max = 20) @Schema(description = "Held now, or delivered, by this partner") @Nullable
        String partner,

        @RestQuery @Size(max = 20) @Schema(description = "Grown from this topic") @Nullable
        String topic,

        @RestQuery @Size(min = 1, max = 60) @Schema(description = Found.WORDS) @Nullable
        String q,

        @RestQuery
        @Schema(
                description =
                        "`createdAt`, `updatedAt`, `dueAt` (without a date: last); `-createdAt` is the default; `relevance` where words are searched, and the default there")
        @Nullable
        String sort,

        @RestQuery @DefaultValue("20") @Min(1) @Max(100) int pageSize,
        @RestQuery @Size(max = 400) @Nullable String cursor) {}
