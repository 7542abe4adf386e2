package org.hehuo.meetings;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.hehuo.kernel.outbox.Concern;
import org.hehuo.kernel.outbox.Event;
import org.jdbi.v3.core.Jdbi;

/** What happens to a project concerns the unfinished meeting that it is before. */
@ApplicationScoped
class MeetingConcern implements Concern {
    final Jdbi jdbi;

    MeetingConcern(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Collection<String> of(Event event) {
        if (!event.page().kind().equals("project")) return List.of();
        return jdbi.withHandle(
                h -> h.createQuery("select meeting_id from meeting_project where project_id = :project and unfinished")
                        .bind("project", event.page().id())
                        .mapTo(String.class)
                        .list());
    }
}
