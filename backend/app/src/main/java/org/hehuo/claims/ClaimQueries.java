package org.hehuo.claims;

import static org.hehuo.kernel.sql.Columns.instant;
import static org.hehuo.kernel.sql.Columns.instantOrNull;

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
import org.hehuo.partners.Partners;
import org.hehuo.projects.ClaimMode;
import org.hehuo.projects.Projects;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads claims. */
@ApplicationScoped
class ClaimQueries {
    private static final String SHOWN = Claim.COLUMNS + """
            , c.message, c.on_behalf, c.ended_at, c.end_reason, c.created_at, c.version,
            case when c.state = 'waitlisted' then 1 + (
                select count(*) from claim o
                where o.project_id = c.project_id and o.state = 'waitlisted' and o.queue_no < c.queue_no)
            end as position
            """;
    private static final Sort NEWEST = Sort.descending("c.created_at", "timestamptz");
    private static final Sort ID = Sort.descending("c.id", "uuid");
    /** First to begin, then to be done, then for others to do; a partner has few enough of them. */
    private static final Sort DUE = Sort.ascending("""
            coalesce(case when c.begun_at is null then c.begin_by end,
                case when c.reported_at is null then cast(p.due_date as timestamptz) end, cast('9999-12-31' as timestamptz))
            """, "timestamptz");

    final Jdbi jdbi;
    final Select.Pages pages;
    final Partners partners;
    final Projects projects;
    final ClaimShares shares;

    ClaimQueries(Jdbi jdbi, Select.Pages pages, Partners partners, Projects projects, ClaimShares shares) {
        this.jdbi = jdbi;
        this.pages = pages;
        this.partners = partners;
        this.projects = projects;
        this.shares = shares;
    }

    private record Row(
            Claim claim,
            @Nullable Integer position,
            @Nullable String message,
            boolean onBehalf,
            @Nullable Instant endedAt,
            @Nullable String endReason,
            Instant createdAt,
            long version) {}

    /** Own partners' and own areas' claims. */
    Page<ClaimView> page(ClaimQuery query, Caller caller) {
        var list = Select.of(SHOWN, "from claim c join project p on p.id = c.project_id")
                .where("c.partner_id = any(:partner)", "partner", query.partner())
                .where("c.state = any(:state)", "state", query.state());
        insiders(list, caller, "false");
        return page(
                list, Sort.of(query.sort(), Map.of("dueAt", DUE), NEWEST), query.pageSize(), query.cursor(), caller);
    }

    /** Who holds a project is public; who offers, waits or gave back is for those concerned. */
    Page<ClaimView> ofProject(String project, int size, @Nullable String cursor, Caller caller) {
        projects.facts(project, caller);
        var list = Select.of(SHOWN, "from claim c").where("c.project_id = :project", "project", project);
        insiders(list, caller, "c.state in ('confirmed', 'fulfilled')");
        return page(list, NEWEST, size, cursor, caller);
    }

    private static void insiders(Select list, Caller caller, String others) {
        list.where("(" + others + """
                 or c.partner_id = any(:mine)
                 or exists (select from unnest(cast(:staffOf as text[])) a where c.area_code like a || '%'))
                """).with("mine", caller.partners()).with("staffOf", caller.areas());
    }

    private Page<ClaimView> page(Select list, Sort sort, int size, @Nullable String cursor, Caller caller) {
        var id = sort.descending() ? ID : Sort.ascending("c.id", "uuid");
        var rows = pages.page(list, sort, id, size, cursor, (rs, ctx) -> row(rs));
        var organisations = partners.refs(
                rows.items().stream().map(r -> r.claim.partner()).distinct().toList());
        var things = projects.refs(
                rows.items().stream().map(r -> r.claim.project()).distinct().toList());
        var taken = shares(rows.items(), things);
        return rows.map(row -> view(row, organisations, things, taken, caller));
    }

    ClaimView view(UUID id, Caller caller) {
        var row = jdbi.withHandle(h -> h.createQuery("select " + SHOWN + " from claim c where c.id = :id")
                .bind("id", id)
                .map((rs, ctx) -> row(rs))
                .findOne()
                .filter(r -> r.claim.isVisibleTo(caller))
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
        var things = projects.refs(List.of(row.claim.project()));
        var taken = shares(List.of(row), things);
        return view(row, partners.refs(List.of(row.claim.partner())), things, taken, caller);
    }

    /** Of those claims only whose project is shared: mostly none. */
    private Map<UUID, List<ShareView>> shares(List<Row> rows, Map<String, Projects.Reference> things) {
        var shared = rows.stream()
                .map(Row::claim)
                .filter(c -> Objects.requireNonNull(things.get(c.project())).claimMode() == ClaimMode.SHARED)
                .map(Claim::id)
                .toList();
        return shared.isEmpty() ? Map.of() : shares.shown(shared);
    }

    private static ClaimView view(
            Row row,
            Map<String, Identified> partners,
            Map<String, Projects.Reference> projects,
            Map<UUID, List<ShareView>> shares,
            Caller caller) {
        var claim = row.claim;
        boolean insider = caller.speaksFor(claim.partner()) || caller.isStaffOf(claim.areaCode());
        return new ClaimView(
                claim.id(),
                Objects.requireNonNull(projects.get(claim.project())),
                Objects.requireNonNull(partners.get(claim.partner())),
                claim.state(),
                row.position,
                shares.get(claim.id()),
                row.message,
                row.onBehalf,
                claim.state() == ClaimState.CONFIRMED ? claim.beginBy() : null,
                claim.begunAt(),
                claim.reportedAt(),
                row.endedAt,
                insider ? row.endReason : null,
                Action.allowed(ClaimAction.values(), claim, caller),
                row.createdAt,
                row.version);
    }

    private static Row row(ResultSet rs) throws SQLException {
        int position = rs.getInt("position");
        return new Row(
                Claim.read(rs),
                position == 0 ? null : position,
                rs.getString("message"),
                rs.getBoolean("on_behalf"),
                instantOrNull(rs, "ended_at"),
                rs.getString("end_reason"),
                instant(rs, "created_at"),
                rs.getLong("version"));
    }
}
