package org.hehuo.applications;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which applications. */
record ApplicationQuery(
        @RestQuery @Size(max = 6) List<PartnerApplicationState> state,

        @RestQuery @Size(max = 40) @Schema(description = "Answers to this call") @Nullable
        String call,

        @RestQuery @DefaultValue("false") @Schema(description = "Only my own")
        boolean mine,

        @RestQuery @Schema(description = "`dueAt` or `createdAt`; `-createdAt` is the default") @Nullable
        String sort,

        @RestQuery @DefaultValue("20") @Min(1) @Max(100) int pageSize,
        @RestQuery @Size(max = 400) @Nullable String cursor) {}
