package org.hehuo.people;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.text.Coded;
import org.jspecify.annotations.Nullable;

/** A link that was made, without what makes it work. */
@Schema(name = "JoinLink")
public record JoinLinkView(
        @Schema(required = true) UUID id,
        @Schema(required = true) State state,
        @Schema(description = "The place in the partner") Memberships.@Nullable Place role,

        @Schema(required = true, description = "The areas to work for")
        List<Coded> areas,

        @Schema(description = "Whom it is for, masked", examples = "139****0001") @Nullable
        String phone,

        @Schema(required = true) String by,

        @Schema(description = "Who took the place") @Nullable
        String takenBy,

        @Schema(required = true) Instant createdAt,
        @Schema(required = true) Instant expiresAt,
        @Schema(required = true) List<String> allowedActions) {

    @Schema(name = "JoinLinkState")
    enum State {
        OPEN,
        ACCEPTED,
        REVOKED,
        EXPIRED
    }
}
