package org.hehuo.claims;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which claims, of those that the caller may see. */
record ClaimQuery(
        @RestQuery @Size(max = 20) List<String> partner,
        @RestQuery @Size(max = 10) List<ClaimState> state,

        @RestQuery
        @Schema(description = "`dueAt`: what is to be begun or done next first; else the newest first")
        @Nullable
        String sort,

        @RestQuery @DefaultValue("20") @Min(1) @Max(100) int pageSize,
        @RestQuery @Size(max = 400) @Nullable String cursor) {}
