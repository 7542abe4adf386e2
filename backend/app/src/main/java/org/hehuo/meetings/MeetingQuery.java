package org.hehuo.meetings;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which meetings. */
record MeetingQuery(
        @RestQuery @Size(max = 20) @Schema(description = "In or below one of these areas")
        List<String> area,

        @RestQuery @Size(max = 4) List<MeetingState> state,
        @RestQuery @DefaultValue("20") @Min(1) @Max(100) int pageSize,
        @RestQuery @Size(max = 400) @Nullable String cursor) {}
