package org.hehuo.appeals;

import static org.hehuo.kernel.sql.Columns.instant;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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

/** Reads appeals: one's own, and those in one's areas. */
@ApplicationScoped
class AppealQueries implements Titled {
    private static final String SHOWN = Appeal.COLUMNS + ", a.text, a.reason, a.due_at, a.created_at, a.updated_at, "
            + "a.state = 'submitted' and a.due_at < :now as overdue";
    private static final Sort NEWEST = Sort.descending("a.created_at", "timestamptz");
    private static final Sort ID = Sort.descending("a.id", "uuid");

    final Jdbi jdbi;
    final Select.Pages pages;
    final Areas areas;
    final Titles titles;
    final Time time;

    AppealQueries(Jdbi jdbi, Select.Pages pages, Areas areas, Titles titles, Time time) {
        this.jdbi = jdbi;
        this.pages = pages;
        this.areas = areas;
        this.titles = titles;
        this.time = time;
    }

    @Override
    public String kind() {
        return Appeal.KIND;
    }

    @Override
    public boolean canBeFollowed() {
        return false;
    }

    /** Called like the topic on whose page it is told. */
    @Override
    public Map<String, String> titles(Collection<String> ids, Caller caller) {
        var topics = jdbi.withHandle(h -> h.createQuery(
                        "select id::text, page_id from appeal where id = any(cast(:ids as uuid[]))")
                .bind("ids", ids.toArray(String[]::new))
                .map((rs, ctx) -> Map.entry(rs.getString("id"), new Ref("topic", rs.getString("page_id"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        return titles.like(topics, caller);
    }

    Page<AppealView> page(AppealQuery query, Caller caller) {
        var list = Select.of(SHOWN, "from appeal a")
                .with("now", time.instant())
                .where("a.state = any(:state)", "state", query.state());
        AreaFilter.decidedBy(list, "a", caller, query.mine(), "appellant_id");
        var rows = pages.page(list, NEWEST, ID, query.pageSize(), query.cursor(), (rs, ctx) -> read(rs, caller));
        var known = topicTitles(rows.items(), caller);
        return rows.map(row -> row.titled(known.get(page(row.topicId()))));
    }

    AppealView view(UUID id, Caller caller) {
        var row = jdbi.withHandle(h -> h.createQuery("select " + SHOWN + " from appeal a where a.id = :id")
                .bind("id", id)
                .bind("now", time.instant())
                .map((rs, ctx) -> Appeal.read(rs).isVisibleTo(caller) ? read(rs, caller) : null)
                .findOne()
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
        return row.titled(topicTitles(List.of(row), caller).get(page(row.topicId())));
    }

    private Map<Ref, String> topicTitles(Collection<AppealView> rows, Caller caller) {
        return titles.of(rows.stream().map(row -> page(row.topicId())).toList(), caller);
    }

    private static Ref page(String topic) {
        return new Ref("topic", topic);
    }

    private AppealView read(ResultSet rs, Caller caller) throws SQLException {
        var appeal = Appeal.read(rs);
        return new AppealView(
                appeal.id(),
                appeal.state(),
                appeal.thing().kind(),
                appeal.thing().id(),
                appeal.page().id(),
                null,
                areas.ref(appeal.areaCode()),
                appeal.decision(),
                rs.getString("text"),
                rs.getString("reason"),
                caller.isPerson(appeal.appellant()),
                instant(rs, "due_at"),
                rs.getBoolean("overdue"),
                Action.allowed(AppealAction.values(), appeal, caller),
                instant(rs, "created_at"),
                instant(rs, "updated_at"),
                appeal.version());
    }
}
