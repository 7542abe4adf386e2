package org.hehuo.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.life.Ref;
import org.jspecify.annotations.Nullable;

@Schema(name = "Event")
record EventView(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "topic.replied") String type,
        @Schema(required = true) Instant time,
        @Schema(required = true) Ref subject,

        @Schema(description = "What the subject belongs to") @Nullable
        Ref parent,

        @Schema(required = true, description = "Code of the area")
        String area,

        @Schema(description = "Absent for the system and for whom the thing keeps anonymous") @Nullable
        Actor actor,

        @Schema(required = true, implementation = Object.class)
        JsonNode data) {

    @Schema(name = "EventActor")
    record Actor(@Schema(required = true) String displayName) {}
}
