package org.hehuo.reassignments;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.http.Located;
import org.hehuo.kernel.http.Versioned;
import org.hehuo.kernel.text.Identified;
import org.hehuo.projects.Projects;
import org.jspecify.annotations.Nullable;

@Schema(name = "Reassignment")
record ReassignmentView(
        @Schema(required = true) UUID id,
        @Schema(required = true) ReassignmentState state,
        @Schema(required = true) UUID claimId,
        @Schema(required = true) Projects.Reference project,
        @Schema(required = true) Identified from,
        @Schema(required = true) Identified to,
        @Schema(required = true) boolean fromAgreed,
        @Schema(required = true) boolean toAgreed,
        @Schema(required = true) String reason,

        @Schema(required = true, description = "It expires unless both have agreed by then")
        Instant dueAt,

        @Schema(description = "Why it was declined or withdrawn") @Nullable
        String endReason,

        @Schema(required = true) List<String> allowedActions,
        @Schema(required = true) Instant createdAt,
        @Schema(hidden = true) long version)
        implements Versioned, Located {

    @Override
    public String location() {
        return "/api/v1/reassignments/" + id;
    }
}
