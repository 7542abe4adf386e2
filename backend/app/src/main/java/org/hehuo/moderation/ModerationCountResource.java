package org.hehuo.moderation;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/moderation/counts")
@Tag(name = "moderation")
class ModerationCountResource {
    final ModerationQueries queries;

    ModerationCountResource(ModerationQueries queries) {
        this.queries = queries;
    }

    @GET
    @PermitAll
    @Operation(
            summary = "What was hidden and why, what was reported and what came of it",
            description =
                    "By days of the programme's time zone, both included; the last 30 if none are said. `area`: in or below it.")
    public ModerationCounts getModerationCounts(
            @RestQuery @Nullable String area, @RestQuery @Nullable LocalDate from, @RestQuery @Nullable LocalDate to) {
        return queries.counts(area, from, to);
    }
}
