package org.hehuo.projects;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.jdbi.v3.core.Jdbi;

/** Loads projects for their rules. */
@ApplicationScoped
class ProjectStore {
    final Jdbi jdbi;
    final Undertakings undertakings;

    ProjectStore(Jdbi jdbi, Undertakings undertakings) {
        this.jdbi = jdbi;
        this.undertakings = undertakings;
    }

    /** Holds the row until the transaction ends; whoever changes claims holds it first. */
    Project lock(String id, Caller caller) {
        return load(id, caller, " for update of p");
    }

    Project find(String id, Caller caller) {
        return load(id, caller, "");
    }

    private Project load(String id, Caller caller, String locking) {
        var project = jdbi.withHandle(
                h -> h.createQuery("select " + Project.COLUMNS + " from project p where p.id = :id" + locking)
                        .bind("id", id)
                        .map((rs, ctx) -> Project.read(rs, Set.of()))
                        .findOne()
                        .filter(p -> p.isVisibleTo(caller))
                        .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
        return project.heldBy(holders(id));
    }

    private Set<String> holders(String id) {
        return undertakings.holders(List.of(id)).getOrDefault(id, List.of()).stream()
                .map(holder -> holder.partner().id())
                .collect(Collectors.toUnmodifiableSet());
    }
}
