package org.hehuo.projects;

import static org.hehuo.kernel.sql.Columns.dateOrNull;
import static org.hehuo.kernel.sql.Columns.instant;
import static org.hehuo.kernel.sql.Columns.word;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.hehuo.areas.Areas;
import org.hehuo.categories.Categories;
import org.hehuo.evaluations.Evaluations;
import org.hehuo.kernel.life.Action;
import org.hehuo.kernel.life.Timeline;
import org.hehuo.kernel.life.TimelineItem;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.WorkCalendars;
import org.hehuo.notifications.Follows;
import org.hehuo.topics.Topics;
import org.jdbi.v3.core.Jdbi;

/** Reads one project, with what belongs to it. */
@ApplicationScoped
class ProjectQueries {
    final Jdbi jdbi;
    final ProjectStore store;
    final ProjectRows rows;
    final Outcomes outcomes;
    final Topics topics;
    final Evaluations evaluations;
    final Areas areas;
    final Categories categories;
    final Follows follows;
    final Timeline timeline;
    final WorkCalendars calendars;
    final Time time;

    ProjectQueries(
            Jdbi jdbi,
            ProjectStore store,
            ProjectRows rows,
            Outcomes outcomes,
            Topics topics,
            Evaluations evaluations,
            Areas areas,
            Categories categories,
            Follows follows,
            Timeline timeline,
            WorkCalendars calendars,
            Time time) {
        this.jdbi = jdbi;
        this.store = store;
        this.rows = rows;
        this.outcomes = outcomes;
        this.topics = topics;
        this.evaluations = evaluations;
        this.areas = areas;
        this.categories = categories;
        this.follows = follows;
        this.timeline = timeline;
        this.calendars = calendars;
        this.time = time;
    }

    ProjectView view(String id, Caller caller) {
        var project = store.find(id, caller);
        return jdbi.withHandle(
                h -> h.createQuery("select p.*, " + ProjectListQueries.OVERDUE + " from project p where p.id = :id")
                        .bind("id", id)
                        .bind("today", calendars.dayOf(time.instant()))
                        .map((rs, ctx) -> view(rs, project, caller))
                        .one());
    }

    private ProjectView view(ResultSet rs, Project project, Caller caller) throws SQLException {
        String id = project.id();
        return new ProjectView(
                id,
                rs.getString("title"),
                rs.getString("summary"),
                rs.getString("description"),
                project.state(),
                categories.field(rs.getString("field"), caller.language()),
                categories.ref(rs.getString("category"), caller.language()),
                areas.ref(project.areaCode()),
                word(rs, "claim_mode", ClaimMode.class),
                word(rs, "claim_policy", ClaimPolicy.class),
                project.eligibility(),
                project.slots(),
                project.slots() - project.held(),
                project.waiting(),
                project.beginWithinDays(),
                ProjectRows.cost(rs),
                dateOrNull(rs, "due_date"),
                rs.getBoolean("overdue"),
                rows.needs(id),
                project.holders(),
                rows.participants(rs),
                topics.refs(project.topics(), caller),
                outcomes.of(project, caller),
                rs.getString("end_code") == null
                        ? null
                        : new EndReason(rs.getString("end_code"), rs.getString("end_reason")),
                follows.isFollowing(caller.id(), id, project.topics()),
                evaluations.mayEvaluate(id, caller),
                evaluations.hasEvaluated(id, caller),
                Action.allowed(ProjectAction.values(), project, caller),
                instant(rs, "created_at"),
                instant(rs, "updated_at"),
                project.version());
    }

    OutcomeView outcome(String id, Caller caller) {
        var outcome = outcomes.of(store.find(id, caller), caller);
        if (outcome == null) throw Problem.of(ApiError.NOT_FOUND);
        return outcome;
    }

    List<TimelineItem> timeline(String id, Caller caller) {
        store.find(id, caller);
        return timeline.of(List.of(id), caller);
    }
}
