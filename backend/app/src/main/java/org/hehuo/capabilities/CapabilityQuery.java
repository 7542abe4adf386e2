package org.hehuo.capabilities;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which capabilities of a partner. */
record CapabilityQuery(
        @RestQuery
        @Size(max = 3)
        @Schema(description = "Paused and retired ones are shown to the partner itself and to the district")
        List<CapabilityState> state,

        @RestQuery @DefaultValue("20") @Min(1) @Max(100) int pageSize,
        @RestQuery @Size(max = 400) @Nullable String cursor) {}
