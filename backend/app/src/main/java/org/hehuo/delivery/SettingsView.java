package org.hehuo.delivery;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.http.Versioned;
import org.jspecify.annotations.Nullable;

@Schema(name = "NotificationSettings")
record SettingsView(
        @Schema(description = "Masked but for its ends", examples = "w****@example.org") @Nullable
        String email,

        @Schema(
                required = true,
                description = "Nothing is mailed to an address until its owner has said that it is theirs")
        boolean emailConfirmed,

        @Schema(required = true, description = "Whether this programme sends e-mail at all")
        boolean mailOffered,

        @Schema(required = true, description = "Whether this programme sends SMS at all")
        boolean smsOffered,

        @Schema(required = true) Choices kinds,
        @Schema(hidden = true) long version)
        implements Versioned {}
