package org.hehuo.topics;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.areas.AreaCode;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which topics a feed tells of. */
record TopicFeedQuery(
        @RestQuery @Pattern(regexp = AreaCode.PATTERN) @Schema(description = "In or below this area") @Nullable
        String area,

        @RestQuery @Size(min = 1, max = 20) @Schema(description = "A leaf, or a whole category") @Nullable
        String category,

        @RestQuery @DefaultValue("false") @Schema(description = "What was solved last, instead of what is new")
        boolean solved) {}
