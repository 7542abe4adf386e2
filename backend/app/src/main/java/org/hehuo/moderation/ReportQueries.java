package org.hehuo.moderation;

import static org.hehuo.kernel.sql.Columns.instant;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hehuo.areas.AreaFilter;
import org.hehuo.areas.Areas;
import org.hehuo.kernel.life.Action;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.paging.Select;
import org.hehuo.kernel.paging.Sort;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.hehuo.notifications.Titled;
import org.hehuo.notifications.Titles;
import org.jdbi.v3.core.Jdbi;

/** Reads reports: one's own, and those in one's areas. */
@ApplicationScoped
class ReportQueries implements Titled {
    private static final String SHOWN = Report.COLUMNS + ", r.said, r.text, r.reason, r.due_at, r.created_at, "
            + "r.updated_at, r.state = 'submitted' and r.due_at < :now as overdue";
    private static final Sort NEWEST = Sort.descending("r.created_at", "timestamptz");
    private static final Sort ID = Sort.descending("r.id", "uuid");

    final Jdbi jdbi;
    final Select.Pages pages;
    final Areas areas;
    final Titles titles;
    final Time time;

    ReportQueries(Jdbi jdbi, Select.Pages pages, Areas areas, Titles titles, Time time) {
        this.jdbi = jdbi;
        this.pages = pages;
        this.areas = areas;
        this.titles = titles;
        this.time = time;
    }

    @Override
    public String kind() {
        return Report.KIND;
    }

    @Override
    public boolean canBeFollowed() {
        return false;
    }

    /** Called like the topic on whose page it is told. */
    @Override
    public Map<String, String> titles(Collection<String> ids, Caller caller) {
        var topics = jdbi.withHandle(h -> h.createQuery(
                        "select id::text, page_id from report where id = any(cast(:ids as uuid[]))")
                .bind("ids", ids.toArray(String[]::new))
                .map((rs, ctx) -> Map.entry(rs.getString("id"), new Ref("topic", rs.getString("page_id"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        return titles.like(topics, caller);
    }

    Page<ReportView> page(ReportQuery query, Caller caller) {
        var list = Select.of(SHOWN, "from report r")
                .with("now", time.instant())
                .where("r.state = any(:state)", "state", query.state());
        AreaFilter.decidedBy(list, "r", caller, query.mine(), "reporter_id");
        return pages.page(list, NEWEST, ID, query.pageSize(), query.cursor(), (rs, ctx) -> view(rs, caller));
    }

    ReportView view(UUID id, Caller caller) {
        return jdbi.withHandle(h -> h.createQuery("select " + SHOWN + " from report r where r.id = :id")
                .bind("id", id)
                .bind("now", time.instant())
                .map((rs, ctx) -> Report.read(rs).isVisibleTo(caller)
                        ? Optional.of(view(rs, caller))
                        : Optional.<ReportView>empty())
                .findOne()
                .flatMap(found -> found)
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
    }

    private ReportView view(ResultSet rs, Caller caller) throws SQLException {
        var report = Report.read(rs);
        return new ReportView(
                report.id(),
                report.state(),
                report.thing().kind(),
                report.thing().id(),
                report.topic(),
                areas.ref(report.areaCode()),
                report.isDecidedBy(caller) ? rs.getString("said") : null,
                report.reporter() == null,
                report.cause(),
                rs.getString("text"),
                rs.getString("reason"),
                caller.isPerson(report.reporter()),
                instant(rs, "due_at"),
                rs.getBoolean("overdue"),
                Action.allowed(ReportAction.values(), report, caller),
                instant(rs, "created_at"),
                instant(rs, "updated_at"),
                report.version());
    }
}
