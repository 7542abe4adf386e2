package org.hehuo.partners;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.areas.AreaCode;
import org.hehuo.search.Found;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which partners of the directory. */
record PartnerQuery(
        @RestQuery @Size(min = 1, max = 60) @Schema(description = Found.WORDS) @Nullable
        String q,

        @RestQuery @Size(max = 10) List<Kind> kind,

        @RestQuery
        @Pattern(regexp = AreaCode.PATTERN)
        @Schema(description = "Serves this area, or a part of it")
        @Nullable
        String area,

        @RestQuery @Size(max = 10) List<String> field,

        @RestQuery @Size(max = 10) @Schema(description = "Can give something in one of these categories")
        List<String> category,

        @RestQuery @Nullable LocalDate joinedFrom,
        @RestQuery @DefaultValue("20") @Min(1) @Max(100) int pageSize,
        @RestQuery @Size(max = 400) @Nullable String cursor) {}
