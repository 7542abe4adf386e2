package org.hehuo.imports;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which rows of an import. */
record ImportRowQuery(
        @RestQuery @Size(max = 10) List<Plan.Fate> fate,
        @RestQuery @DefaultValue("20") @Min(1) @Max(100) int pageSize,
        @RestQuery @Size(max = 400) @Nullable String cursor) {}
