package org.hehuo.applications;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.partners.Kind;
import org.jspecify.annotations.Nullable;

@Schema(name = "PartnerApplicationRow")
record ApplicationRow(
        @Schema(required = true) UUID id,
        @Schema(required = true) String name,
        @Schema(required = true) Kind kind,
        @Schema(required = true) PartnerApplicationState state,

        @Schema(description = "The call that it answers") @Nullable
        String callId,

        @Schema(description = "By when the district answers; while it is its turn") @Nullable
        Instant dueAt,

        @Schema(required = true) boolean overdue,
        @Schema(required = true) Instant createdAt) {}
