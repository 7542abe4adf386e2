package org.hehuo.projects;

import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.live.Message;
import org.hehuo.kernel.outbox.Event;
import org.hehuo.kernel.outbox.LiveEvents;
import org.hehuo.kernel.paging.Cursors;
import org.hehuo.kernel.security.Caller;
import org.jspecify.annotations.Nullable;

/** A project as it goes on: what happens to it and to its claims. */
@ApplicationScoped
class ProjectLive {
    private static final String LIST = "project stream";

    final ProjectStore store;
    final LiveEvents events;
    final Cursors cursors;

    ProjectLive(ProjectStore store, LiveEvents events, Cursors cursors) {
        this.store = store;
        this.events = events;
        this.cursors = cursors;
    }

    /** Something happened: read anew what is shown of it. */
    @Schema(name = "ProjectHappening")
    record Happening(
            @Schema(required = true, examples = "claim.confirmed")
            String type,

            @Schema(required = true) Instant time,
            @Schema(required = true) Ref subject) {}

    /** @param lastEventId where the reader's last connection ended; what was missed comes first */
    Multi<Message> of(String id, @Nullable String lastEventId, Caller caller) {
        store.find(id, caller);
        long after = lastEventId == null
                ? events.now()
                : Long.parseLong(cursors.read(LIST, lastEventId).key());
        return events.of(id, after).map(this::happening);
    }

    private Message happening(Event event) {
        String place = cursors.write(LIST, new Cursors.Position(Long.toString(event.seq()), ""));
        return new Message("happened", place, new Happening(event.type(), event.at(), event.subject()));
    }
}
