package org.hehuo.notifications;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.life.Ref;

@Schema(name = "Notification")
record NotificationView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "topic.accepted")
        String type,

        @Schema(required = true, description = "In the reader's language")
        String text,

        @Schema(required = true, description = "Where to read on")
        Ref subject,

        @Schema(required = true) Instant at,
        @Schema(required = true) boolean read) {}
