package org.hehuo.projects;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.partners.Partners;
import org.jdbi.v3.core.Jdbi;

/** Loads projects for their rules. */
@ApplicationScoped
class ProjectStore {
    final Jdbi jdbi;
    final Undertakings undertakings;
    final Partners partners;

    ProjectStore(Jdbi jdbi, Undertakings undertakings, Partners partners) {
        this.jdbi = jdbi;
        this.undertakings = undertakings;
        this.partners = partners;
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
                        .map((rs, ctx) -> Project.read(rs))
                        .findOne()
                        .filter(p -> p.isVisibleTo(caller))
                        .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
        return project.with(
                undertakings.holders(List.of(id)).getOrDefault(id, List.of()),
                undertakings.partnersBehind(id),
                barred(project, caller));
    }

    private Set<String> barred(Project project, Caller caller) {
        var rule = project.eligibility();
        if (rule == null || caller.partners().isEmpty()) return Set.of();
        var barred = new HashSet<>(caller.partners());
        barred.removeAll(partners.among(barred, rule.anyOf(), rule.isForServing() ? project.areaCode() : null));
        if (rule.level() != null) barred.addAll(undertakings.below(rule.level(), caller.partners()));
        return barred;
    }
}
