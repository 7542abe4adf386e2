package org.hehuo.kernel.life;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.text.Identified;
import org.jspecify.annotations.Nullable;

/** One dated step of a thing's life. */
@Schema(name = "TimelineItem")
public record TimelineItem(
        @Schema(required = true) Instant at,

        @Schema(required = true, description = "What took the step: the thing itself, or one that belongs to it")
        Ref subject,

        @Schema(required = true, examples = "accept") String action,
        @Schema(examples = "open") @Nullable String from,
        @Schema(required = true, examples = "accepted") String to,
        @Schema(required = true) Actor actor,

        @Schema(description = "The partner whose affair it is") @Nullable
        Identified partner,

        @Schema(description = "What was said with it, if the caller may read it") @Nullable
        String text) {

    /** Who took the step; the system has no role. */
    @Schema(name = "TimelineActor")
    public record Actor(
            @Schema(required = true) String displayName,
            @Schema(examples = "staff") @Nullable String role) {}
}
