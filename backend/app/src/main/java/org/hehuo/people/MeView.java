package org.hehuo.people;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.areas.AreaRef;
import org.hehuo.kernel.http.Versioned;
import org.hehuo.kernel.security.Role;
import org.hehuo.kernel.text.Coded;
import org.jspecify.annotations.Nullable;

@Schema(name = "Me")
public record MeView(
        @Schema(required = true) UUID id,
        @Schema(required = true) String username,
        @Schema(required = true) String displayName,

        @Schema(description = "Masked but for its ends", examples = "139****0001") @Nullable
        String phone,

        @Schema(required = true) List<Role> roles,

        @Schema(required = true, description = "Areas that one works for")
        List<Coded> areas,

        @Schema(required = true) List<MembershipView> memberships,

        @Schema(required = true, description = "Notifications not read yet")
        int unread,

        @Schema(required = true, examples = "zh-CN") String language,
        @Nullable AreaRef homeArea,
        @Schema(hidden = true) long version)
        implements Versioned {}
