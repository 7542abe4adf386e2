package org.hehuo.projects;

import static org.hehuo.kernel.sql.Columns.dateOrNull;
import static org.hehuo.kernel.sql.Columns.instant;
import static org.hehuo.kernel.sql.Columns.word;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hehuo.areas.AreaFilter;
import org.hehuo.areas.Areas;
import org.hehuo.categories.Categories;
import org.hehuo.evaluations.Evaluations;
import org.hehuo.kernel.life.Action;
import org.hehuo.kernel.life.Timeline;
import org.hehuo.kernel.life.TimelineItem;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.paging.Select;
import org.hehuo.kernel.paging.Sort;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.text.Language;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.WorkCalendars;
import org.hehuo.notifications.Follows;
import org.hehuo.topics.Topics;
import org.jdbi.v3.core.Jdbi;

/** Reads projects: lists by one keyset query, pages by a few. */
@ApplicationScoped
class ProjectQueries {
    private static final String RUNNING = "p.state in ('open', 'claimed', 'in_progress', 'delivered')";
    private static final String OVERDUE = "(" + RUNNING + " and p.due_date < cast(:today as date)) as overdue";
    private static final Sort NEWEST = Sort.descending("p.created_at", "timestamptz");
    private static final Sort DUE = Sort.ascending("p.due_date", "date");
    private static final Map<String, Sort> SORTS = Map.of(
            "-createdAt",
            NEWEST,
            "createdAt",
            Sort.ascending("p.created_at", "timestamptz"),
            "-updatedAt",
            Sort.descending("p.updated_at", "timestamptz"),
            "dueDate",
            DUE);

    final Jdbi jdbi;
    final Select.Pages pages;
    final ProjectStore store;
    final ProjectRows rows;
    final Outcomes outcomes;
    final Undertakings undertakings;
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
            Select.Pages pages,
            ProjectStore store,
            ProjectRows rows,
            Outcomes outcomes,
            Undertakings undertakings,
            Topics topics,
            Evaluations evaluations,
            Areas areas,
            Categories categories,
            Follows follows,
            Timeline timeline,
            WorkCalendars calendars,
            Time time) {
        this.jdbi = jdbi;
        this.pages = pages;
        this.store = store;
        this.rows = rows;
        this.outcomes = outcomes;
        this.undertakings = undertakings;
        this.topics = topics;
        this.evaluations = evaluations;
        this.areas = areas;
        this.categories = categories;
        this.follows = follows;
        this.timeline = timeline;
        this.calendars = calendars;
        this.time = time;
    }

    Page<ProjectRow> page(ProjectQuery query, Caller caller) {
        var sort = Sort.of(query.sort(), SORTS, NEWEST);
        var list = Select.of("p.*, " + OVERDUE, "from project p")
                .with("today", today())
                .where("p.state = any(:state)", "state", query.state())
                .where("p.field = any(:field)", "field", query.field())
                .where("p.category ^@ any(cast(:category as text[]))", "category", query.category())
                .where("strpos(lower(p.title || ' ' || p.id), lower(:q)) > 0", "q", query.q())
                .where(
                        "exists (select from project_topic pt where pt.project_id = p.id and pt.topic_id = :topic)",
                        "topic",
                        query.topic())
                .when(query.claimable(), "p.state = 'open'")
                .when(sort.equals(DUE), "p.due_date is not null and " + RUNNING);
        if (query.partner() != null) {
            list.where("p.id = any(:carried)").with("carried", undertakings.carriedBy(query.partner()));
        }
        AreaFilter.below(list, "p", query.area(), "area");
        visible(list, caller);
        var id = sort.descending() ? Sort.descending("p.id", "text") : Sort.ascending("p.id", "text");
        var found =
                pages.page(list, sort, id, query.pageSize(), query.cursor(), (rs, ctx) -> row(rs, caller.language()));
        var holders =
                undertakings.holders(found.items().stream().map(ProjectRow::id).toList());
        return found.map(row -> held(row, holders.getOrDefault(row.id(), List.of())));
    }

    /** Row scope: what was published; besides, the drafts of one's own areas. */
    private static void visible(Select list, Caller caller) {
        if (caller.areas().isEmpty()) {
            list.where("p.published_at is not null");
        } else {
            list.where(
                            "(p.published_at is not null"
                                    + " or exists (select from unnest(cast(:staffOf as text[])) a where p.area_code like a || '%'))")
                    .with("staffOf", caller.areas());
        }
    }

    private ProjectRow row(ResultSet rs, Language language) throws SQLException {
        return new ProjectRow(
                rs.getString("id"),
                rs.getString("title"),
                rs.getString("summary"),
                word(rs, "state", ProjectState.class),
                categories.field(rs.getString("field"), language),
                categories.ref(rs.getString("category"), language),
                areas.ref(rs.getString("area_code")),
                word(rs, "claim_mode", ClaimMode.class),
                rs.getInt("slots"),
                rs.getInt("slots") - rs.getInt("held"),
                rs.getInt("waiting"),
                List.of(),
                dateOrNull(rs, "due_date"),
                rs.getBoolean("overdue"),
                instant(rs, "created_at"),
                instant(rs, "updated_at"));
    }

    private static ProjectRow held(ProjectRow r, List<Undertakings.Holder> holders) {
        return new ProjectRow(
                r.id(),
                r.title(),
                r.summary(),
                r.state(),
                r.field(),
                r.category(),
                r.area(),
                r.claimMode(),
                r.slots(),
                r.slotsLeft(),
                r.waitlistLength(),
                holders,
                r.dueDate(),
                r.overdue(),
                r.createdAt(),
                r.updatedAt());
    }

    ProjectView view(String id, Caller caller) {
        var project = store.find(id, caller);
        return jdbi.withHandle(h -> h.createQuery("select p.*, " + OVERDUE + " from project p where p.id = :id")
                .bind("id", id)
                .bind("today", today())
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
                project.slots(),
                project.slots() - project.held(),
                project.waiting(),
                project.beginWithinDays(),
                ProjectRows.cost(rs),
                dateOrNull(rs, "due_date"),
                rs.getBoolean("overdue"),
                rows.needs(id),
                undertakings.holders(List.of(id)).getOrDefault(id, List.of()),
                rows.participants(rs),
                topics.refs(project.topics(), caller),
                outcomes.of(project, caller),
                rs.getString("end_code") == null
                        ? null
                        : new EndReason(rs.getString("end_code"), rs.getString("end_reason")),
                follows.isFollowing(caller.id(), id),
                evaluations.mayEvaluate(id, caller),
                evaluations.hasEvaluated(id, caller),
                allowed(project, caller),
                instant(rs, "created_at"),
                instant(rs, "updated_at"),
                project.version());
    }

    OutcomeView outcome(String id, Caller caller) {
        var outcome = outcomes.of(store.find(id, caller), caller);
        if (outcome == null) throw Problem.of(ApiError.NOT_FOUND);
        return outcome;
    }

    /** The verbs of the table, and what is no verb but can be done all the same. */
    List<String> allowed(Project project, Caller caller) {
        var actions = new ArrayList<>(Action.allowed(ProjectAction.values(), project, caller));
        boolean staff = caller.isStaffOf(project.areaCode());
        boolean editable = project.state() == ProjectState.DRAFT || project.state() == ProjectState.OPEN;
        if (staff && editable) actions.add("edit");
        if (project.takesClaims() && (staff || hasFreshPartner(project.id(), caller))) actions.add("claim");
        if (ProgressService.isUnderWay(project.state()) && (staff || project.isHeldBy(caller)))
            actions.add("add-progress");
        return actions;
    }

    private boolean hasFreshPartner(String id, Caller caller) {
        return !caller.partners().isEmpty() && !undertakings.partnersBehind(id).containsAll(caller.partners());
    }

    List<TimelineItem> timeline(String id, Caller caller) {
        store.find(id, caller);
        return timeline.of(List.of(id), caller);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.instant(), calendars.zone());
    }
}
