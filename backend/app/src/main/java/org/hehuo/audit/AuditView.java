package org.hehuo.audit;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.life.Ref;
import org.jspecify.annotations.Nullable;

@Schema(name = "AuditItem")
record AuditView(
        @Schema(required = true) String id,
        @Schema(required = true) Instant at,

        @Schema(
                required = true,
                examples = "person.disable",
                description = "The kind of what it was done to, and the verb")
        String action,

        @Schema(required = true) Actor actor,
        @Schema(required = true) Thing thing,

        @Schema(description = "What belongs to the thing, or what it was given or lost") @Nullable
        Thing part,

        @Schema(description = "What the district said of it: a reason, a new name") @Nullable
        String note) {

    /** Without an id: the system, or whom the thing keeps anonymous. */
    @Schema(name = "AuditActor")
    record Actor(
            @Nullable UUID id,
            @Schema(required = true) String displayName,
            @Schema(examples = "admin") @Nullable String role) {}

    /** Without a name where the reader may not see it. */
    @Schema(name = "AuditThing")
    record Thing(
            @Schema(required = true, examples = "person") String kind,
            @Schema(required = true) String id,
            @Nullable String name) {

        static Thing of(Ref ref, @Nullable String name) {
            return new Thing(ref.kind(), ref.id(), name);
        }
    }
}
