package org.hehuo.partners;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.people.Memberships;

@Schema(name = "Member")
public record MemberView(
        @Schema(required = true) UUID id,
        @Schema(required = true) String displayName,
        @Schema(required = true) Memberships.Place role,
        @Schema(required = true) Instant since,
        @Schema(required = true) List<String> allowedActions) {}
