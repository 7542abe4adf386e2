package org.hehuo.projects;

import static org.hehuo.kernel.sql.Columns.dateOrNull;
import static org.hehuo.kernel.sql.Columns.instant;
import static org.hehuo.kernel.sql.Columns.word;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hehuo.areas.AreaFilter;
import org.hehuo.areas.Areas;
import org.hehuo.categories.Categories;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.paging.Select;
import org.hehuo.kernel.paging.Sort;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.text.Language;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.WorkCalendars;
import org.hehuo.search.Found;

/** Reads lists of projects, each by one keyset query. */
@ApplicationScoped
class ProjectListQueries {
    private static final String RUNNING = "p.state in ('open', 'claimed', 'in_progress', 'delivered')";
    /** Takes {@code :today}. */
    static final String OVERDUE = "(" + RUNNING + " and p.due_date < cast(:today as date)) as overdue";

    static final Found FOUND =
            new Found("p", "p.title", "p.title", "p.created_at", "coalesce(p.description, p.summary)");
    private static final Sort NEWEST = Sort.descending("p.created_at", "timestamptz");
    /** What has no date comes last. */
    private static final Sort DUE = Sort.ascending("coalesce(p.due_date, 'infinity')", "date");

    private static final Map<String, Sort> SORTS = Map.of(
            "-createdAt",
            NEWEST,
            "createdAt",
            Sort.ascending("p.created_at", "timestamptz"),
            "-updatedAt",
            Sort.descending("p.updated_at", "timestamptz"),
            "updatedAt",
            Sort.ascending("p.updated_at", "timestamptz"),
            "dueAt",
            DUE,
            "-dueAt",
            Sort.descending(DUE.column(), DUE.type()),
            "dueDate",
            DUE);

    final Select.Pages pages;
    final Undertakings undertakings;
    final Areas areas;
    final Categories categories;
    final WorkCalendars calendars;
    final Time time;

    ProjectListQueries(
            Select.Pages pages,
            Undertakings undertakings,
            Areas areas,
            Categories categories,
            WorkCalendars calendars,
            Time time) {
        this.pages = pages;
        this.undertakings = undertakings;
        this.areas = areas;
        this.categories = categories;
        this.calendars = calendars;
        this.time = time;
    }

    Page<ProjectRow> page(ProjectQuery query, Caller caller) {
        var list = Select.of("p.*, " + OVERDUE, "from project p")
                .with("today", calendars.dayOf(time.instant()))
                .where("p.state = any(:state)", "state", query.state())
                .where("p.field = any(:field)", "field", query.field())
                .where("p.category ^@ any(cast(:category as text[]))", "category", query.category())
                .where(
                        "exists (select from project_topic pt where pt.project_id = p.id and pt.topic_id = :topic)",
                        "topic",
                        query.topic())
                .whether(query.claimable(), "p.state = 'open'");
        if (query.partner() != null) {
            list.where("p.id = any(:carried)").with("carried", undertakings.carriedBy(List.of(query.partner())));
        }
        FOUND.among(list, query.q());
        AreaFilter.below(list, "p", query.area(), "area");
        visible(list, caller);
        var sort = Found.isBest(query.q(), query.sort())
                ? FOUND.best(list, Objects.requireNonNull(query.q()))
                : Sort.of(query.sort(), SORTS, NEWEST);
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
                rs.getString("excerpt"),
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
                r.excerpt(),
                holders,
                r.dueDate(),
                r.overdue(),
                r.createdAt(),
                r.updatedAt());
    }
}
