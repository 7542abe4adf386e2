package org.hehuo.projects;

import static org.hehuo.kernel.sql.Columns.dateOrNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.WorkCalendars;
import org.hehuo.partners.Partners;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Loads projects for their rules. */
@ApplicationScoped
class ProjectStore {
    final Jdbi jdbi;
    final Undertakings undertakings;
    final Partners partners;
    final WorkCalendars calendars;
    final Time time;

    ProjectStore(Jdbi jdbi, Undertakings undertakings, Partners partners, WorkCalendars calendars, Time time) {
        this.jdbi = jdbi;
        this.undertakings = undertakings;
        this.partners = partners;
        this.calendars = calendars;
        this.time = time;
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

    /** The last day that the topic's projects which are not done are promised for, those that are over left out. */
    @Nullable
    LocalDate lastDueDate(String topic) {
        return jdbi.withHandle(h -> h.createQuery("""
                select max(p.due_date) as last from project_topic pt join project p on p.id = pt.project_id
                where pt.topic_id = :topic and p.state in ('open', 'claimed', 'in_progress', 'delivered')
                    and p.due_date >= :today
                """)
                .bind("topic", topic)
                .bind("today", calendars.dayOf(time.instant()))
                .map((rs, ctx) -> Optional.ofNullable(dateOrNull(rs, "last")))
                .one()
                .orElse(null));
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
