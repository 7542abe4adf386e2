package org.hehuo.people;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.text.Identified;

@Schema(name = "Membership")
public record MembershipView(
        @Schema(required = true) Identified partner,
        @Schema(required = true) Memberships.Place role) {}
