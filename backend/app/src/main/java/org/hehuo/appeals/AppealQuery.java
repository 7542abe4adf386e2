package org.hehuo.appeals;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which appeals. */
record AppealQuery(
        @RestQuery @Size(max = 3) List<AppealState> state,

        @RestQuery @DefaultValue("false") @Schema(description = "Only my own")
        boolean mine,

        @RestQuery @DefaultValue("20") @Min(1) @Max(100) int pageSize,
        @RestQuery @Size(max = 400) @Nullable String cursor) {}
