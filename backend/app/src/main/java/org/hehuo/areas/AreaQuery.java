package org.hehuo.areas;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which areas. */
record AreaQuery(
        @RestQuery @Pattern(regexp = AreaCode.PATTERN) @Nullable
        String parent,

        @RestQuery @Size(max = 4) List<Area.Level> level,
        @RestQuery @Size(min = 1, max = 40) @Nullable String q,
        @RestQuery @DefaultValue("200") @Min(1) @Max(500) int pageSize,
        @RestQuery @Size(max = 400) @Nullable String cursor) {}
