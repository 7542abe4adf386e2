package org.hehuo.matching;

import static org.hehuo.kernel.sql.Columns.instant;
import static org.hehuo.kernel.sql.Columns.uuidOrNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hehuo.kernel.life.Action;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.paging.Select;
import org.hehuo.kernel.paging.Sort;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.text.Identified;
import org.hehuo.kernel.time.Time;
import org.hehuo.partners.Partners;
import org.hehuo.projects.Projects;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads invitations: those to one's partners, and those that went out from one's areas. */
@ApplicationScoped
class InvitationQueries {
    private static final String SHOWN =
            Invitation.COLUMNS + ", i.message, i.due_at, i.claim_id, i.end_reason, i.created_at";
    private static final Sort NEWEST = Sort.descending("i.created_at", "timestamptz");
    private static final Sort ID = Sort.descending("i.id", "uuid");

    final Jdbi jdbi;
    final Select.Pages pages;
    final Partners partners;
    final Projects projects;
    final Time time;

    InvitationQueries(Jdbi jdbi, Select.Pages pages, Partners partners, Projects projects, Time time) {
        this.jdbi = jdbi;
        this.pages = pages;
        this.partners = partners;
        this.projects = projects;
        this.time = time;
    }

    private record Row(
            Invitation thing,
            @Nullable String message,
            Instant dueAt,
            @Nullable UUID claim,
            @Nullable String endReason,
            Instant createdAt) {}

    Page<InvitationView> page(InvitationQuery query, Caller caller) {
        var list = Select.of(SHOWN, "from invitation i")
                .where("i.state = any(:state)", "state", query.state())
                .where("i.project_id = :project", "project", query.project())
                .where("i.partner_id = :partner", "partner", query.partner())
                .where("""
                        (i.partner_id = any(:mine)
                        or exists (select from unnest(cast(:staffOf as text[])) a where i.area_code like a || '%'))
                        """)
                .with("mine", caller.partners())
                .with("staffOf", caller.areas())
                .with("now", time.instant());
        var rows = pages.page(list, NEWEST, ID, query.pageSize(), query.cursor(), (rs, ctx) -> row(rs));
        var names = names(rows.items());
        var things = projects(rows.items());
        return rows.map(row -> view(row, names, things, caller));
    }

    InvitationView view(UUID id, Caller caller) {
        var row = jdbi.withHandle(h -> h.createQuery("select " + SHOWN + " from invitation i where i.id = :id")
                .bind("id", id)
                .bind("now", time.instant())
                .map((rs, ctx) -> row(rs))
                .findOne()
                .filter(r -> r.thing.isVisibleTo(caller))
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
        return view(row, names(List.of(row)), projects(List.of(row)), caller);
    }

    private Map<String, Identified> names(List<Row> rows) {
        return partners.refs(
                rows.stream().map(row -> row.thing.partner()).distinct().toList());
    }

    private Map<String, Projects.Reference> projects(List<Row> rows) {
        return projects.refs(
                rows.stream().map(row -> row.thing.project()).distinct().toList());
    }

    private static Row row(ResultSet rs) throws SQLException {
        return new Row(
                Invitation.read(rs),
                rs.getString("message"),
                instant(rs, "due_at"),
                uuidOrNull(rs, "claim_id"),
                rs.getString("end_reason"),
                instant(rs, "created_at"));
    }

    private static InvitationView view(
            Row row, Map<String, Identified> partners, Map<String, Projects.Reference> projects, Caller caller) {
        var thing = row.thing;
        return new InvitationView(
                thing.id(),
                thing.state(),
                Objects.requireNonNull(projects.get(thing.project())),
                Objects.requireNonNull(partners.get(thing.partner())),
                row.message,
                row.dueAt,
                row.claim,
                row.endReason,
                Action.allowed(InvitationAction.values(), thing, caller),
                row.createdAt,
                thing.version());
    }
}
