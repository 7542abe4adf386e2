package org.hehuo.kernel.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.hehuo.kernel.life.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as its readers get it: in one gap-free order.
 *
 * @param seq its place in the order, from 1
 * @param parent what the subject belongs to; absent for a thing of its own
 * @param actor who did it; absent for the system
 * @param actorHidden the actor's name is kept from others
 * @param isPublic anybody may learn of it
 */
public record Event(
        long seq,
        UUID id,
        String type,
        Ref subject,
        @Nullable Ref parent,
        String area,
        @Nullable UUID actor,
        boolean actorHidden,
        boolean isPublic,
        Instant at,
        JsonNode data) {

    /** The thing with a page of its own that this concerns. */
    public Ref page() {
        return parent == null ? subject : parent;
    }
}
