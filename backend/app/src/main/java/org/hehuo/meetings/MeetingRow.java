package org.hehuo.meetings;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.areas.AreaRef;

@Schema(name = "MeetingRow")
record MeetingRow(
        @Schema(required = true) String id,
        @Schema(required = true) String title,
        @Schema(required = true) MeetingState state,
        @Schema(required = true) String place,
        @Schema(required = true) AreaRef area,
        @Schema(required = true) Instant startsAt,
        @Schema(required = true) int projects,
        @Schema(required = true) int partners) {}
