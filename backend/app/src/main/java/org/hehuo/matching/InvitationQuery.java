package org.hehuo.matching;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which invitations. */
record InvitationQuery(
        @RestQuery @Size(max = 5) List<InvitationState> state,

        @RestQuery @Size(max = 20) @Schema(description = "To claim this project") @Nullable
        String project,

        @RestQuery @Size(max = 20) @Schema(description = "To this partner") @Nullable
        String partner,

        @RestQuery @DefaultValue("20") @Min(1) @Max(100) int pageSize,
        @RestQuery @Size(max = 400) @Nullable String cursor) {}
