package org.hehuo.partners;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.people.Memberships;

@Schema(name = "Member")
record MemberView(
        @Schema(required = true) UUID id,
        @Schema(required = true) String displayName,
        @Schema(required = true) Memberships.Place role) {}
