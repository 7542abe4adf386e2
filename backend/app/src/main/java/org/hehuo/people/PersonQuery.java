package org.hehuo.people;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import org.hehuo.areas.AreaCode;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which people: by a part of the display or user name, or by the area that they work for. */
record PersonQuery(
        @RestQuery @Size(min = 1, max = 40) @Nullable String q,

        @RestQuery @Pattern(regexp = AreaCode.PATTERN) @Nullable
        String area,

        @RestQuery @DefaultValue("20") @Min(1) @Max(100) int pageSize,
        @RestQuery @Size(max = 400) @Nullable String cursor) {}
