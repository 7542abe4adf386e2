package org.hehuo.projects;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.media.Exhibition;
import org.jdbi.v3.core.Jdbi;

/** Pictures of progress are seen by whoever sees the project; those of an outcome by whoever may read it. */
@ApplicationScoped
class ProjectExhibition implements Exhibition {
    final Jdbi jdbi;
    final ProjectStore store;

    ProjectExhibition(Jdbi jdbi, ProjectStore store) {
        this.jdbi = jdbi;
        this.store = store;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(ProgressService.KIND, Outcomes.KIND);
    }

    @Override
    public boolean shows(Ref thing, Caller caller) {
        return thing.kind().equals(Outcomes.KIND)
                ? find(thing.id(), caller)
                        .filter(p -> Outcomes.isVisible(p, caller))
                        .isPresent()
                : projectOf(thing).flatMap(id -> find(id, caller)).isPresent();
    }

    private Optional<String> projectOf(Ref entry) {
        return jdbi.withHandle(h -> h.createQuery("select project_id from progress_entry where id = cast(:id as uuid)")
                .bind("id", entry.id())
                .mapTo(String.class)
                .findOne());
    }

    private Optional<Project> find(String id, Caller caller) {
        try {
            return Optional.of(store.find(id, caller));
        } catch (Problem notFound) {
            return Optional.empty();
        }
    }
}
