package org.hehuo.notifications;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.life.Ref;

@Schema(name = "Follow")
record FollowView(
        @Schema(required = true) Ref subject,
        @Schema(required = true) String title,
        @Schema(required = true) Instant since) {}
