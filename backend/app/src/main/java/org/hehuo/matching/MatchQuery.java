package org.hehuo.matching;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** For whom: one of the two. */
record MatchQuery(
        @RestQuery @Size(max = 20) @Schema(description = "Partners for this project; for staff of its area") @Nullable
        String project,

        @RestQuery @Size(max = 20) @Schema(description = "Projects for this partner; for its people") @Nullable
        String partner) {}
