package org.hehuo.matching;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.http.Located;
import org.hehuo.kernel.http.Versioned;
import org.hehuo.kernel.text.Identified;
import org.hehuo.projects.Projects;
import org.jspecify.annotations.Nullable;

@Schema(name = "Invitation")
record InvitationView(
        @Schema(required = true) UUID id,
        @Schema(required = true) InvitationState state,
        @Schema(required = true) Projects.Reference project,
        @Schema(required = true) Identified partner,
        @Nullable String message,

        @Schema(required = true, description = "It expires unless it is answered by then")
        Instant dueAt,

        @Schema(description = "What came of it") @Nullable UUID claimId,

        @Schema(description = "Why it was declined or withdrawn") @Nullable
        String endReason,

        @Schema(required = true) List<String> allowedActions,
        @Schema(required = true) Instant createdAt,
        @Schema(hidden = true) long version)
        implements Versioned, Located {

    @Override
    public String location() {
        return "/api/v1/invitations/" + id;
    }
}
