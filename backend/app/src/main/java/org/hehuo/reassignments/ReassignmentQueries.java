package org.hehuo.reassignments;

import static org.hehuo.kernel.sql.Columns.instant;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.hehuo.kernel.life.Action;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.paging.Select;
import org.hehuo.kernel.paging.Sort;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.text.Identified;
import org.hehuo.partners.Partners;
import org.hehuo.projects.Projects;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads reassignments: those of one's partners, and those in one's areas. */
@ApplicationScoped
class ReassignmentQueries {
    private static final String SHOWN = Reassignment.COLUMNS + ", r.reason, r.due_at, r.end_reason, r.created_at";
    private static final Sort NEWEST = Sort.descending("r.created_at", "timestamptz");
    private static final Sort ID = Sort.descending("r.id", "uuid");

    final Jdbi jdbi;
    final Select.Pages pages;
    final Partners partners;
    final Projects projects;

    ReassignmentQueries(Jdbi jdbi, Select.Pages pages, Partners partners, Projects projects) {
        this.jdbi = jdbi;
        this.pages = pages;
        this.partners = partners;
        this.projects = projects;
    }

    private record Row(
            Reassignment thing,
            String reason,
            Instant dueAt,
            @Nullable String endReason,
            Instant createdAt) {}

    Page<ReassignmentView> page(ReassignmentQuery query, Caller caller) {
        var list = Select.of(SHOWN, "from reassignment r")
                .where("r.state = any(:state)", "state", query.state())
                .where("r.project_id = :project", "project", query.project())
                .where("""
                        (r.from_partner = any(:mine) or r.to_partner = any(:mine)
                        or exists (select from unnest(cast(:staffOf as text[])) a where r.area_code like a || '%'))
                        """)
                .with("mine", caller.partners())
                .with("staffOf", caller.areas());
        var rows = pages.page(list, NEWEST, ID, query.pageSize(), query.cursor(), (rs, ctx) -> row(rs));
        var names = names(rows.items());
        var things = projects(rows.items());
        return rows.map(row -> view(row, names, things, caller));
    }

    ReassignmentView view(UUID id, Caller caller) {
        var row = jdbi.withHandle(h -> h.createQuery("select " + SHOWN + " from reassignment r where r.id = :id")
                .bind("id", id)
                .map((rs, ctx) -> row(rs))
                .findOne()
                .filter(r -> r.thing.isVisibleTo(caller))
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
        return view(row, names(List.of(row)), projects(List.of(row)), caller);
    }

    private Map<String, Identified> names(List<Row> rows) {
        return partners.refs(rows.stream()
                .flatMap(row ->
                        Stream.of(row.thing.from().partner(), row.thing.to().partner()))
                .distinct()
                .toList());
    }

    private Map<String, Projects.Reference> projects(List<Row> rows) {
        return projects.refs(
                rows.stream().map(row -> row.thing.project()).distinct().toList());
    }

    private static Row row(ResultSet rs) throws SQLException {
        return new Row(
                Reassignment.read(rs),
                rs.getString("reason"),
                instant(rs, "due_at"),
                rs.getString("end_reason"),
                instant(rs, "created_at"));
    }

    private static ReassignmentView view(
            Row row, Map<String, Identified> partners, Map<String, Projects.Reference> projects, Caller caller) {
        var thing = row.thing;
        return new ReassignmentView(
                thing.id(),
                thing.state(),
                thing.claim(),
                Objects.requireNonNull(projects.get(thing.project())),
                Objects.requireNonNull(partners.get(thing.from().partner())),
                Objects.requireNonNull(partners.get(thing.to().partner())),
                thing.from().agreed(),
                thing.to().agreed(),
                row.reason,
                row.dueAt,
                row.endReason,
                Action.allowed(ReassignmentAction.values(), thing, caller),
                row.createdAt,
                thing.version());
    }
}
