package org.hehuo.moderation;

import static org.hehuo.kernel.sql.Columns.instant;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hehuo.areas.Areas;
import org.hehuo.kernel.life.Action;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.paging.Select;
import org.hehuo.kernel.paging.Sort;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Role;
import org.hehuo.kernel.time.Time;
import org.hehuo.notifications.Titled;
import org.jdbi.v3.core.Jdbi;

/** Reads appeals: one's own, and those in one's areas. */
@ApplicationScoped
class AppealQueries {
    private static final String SHOWN = Appeal.COLUMNS + ", a.text, a.reason, a.due_at, a.created_at, a.updated_at, "
            + "a.state = 'submitted' and a.due_at < :now as overdue";
    private static final Sort NEWEST = Sort.descending("a.created_at", "timestamptz");
    private static final Sort ID = Sort.descending("a.id", "uuid");

    final Jdbi jdbi;
    final Select.Pages pages;
    final Areas areas;
    final List<Titled> titles;
    final Time time;

    AppealQueries(Jdbi jdbi, Select.Pages pages, Areas areas, @All List<Titled> titles, Time time) {
        this.jdbi = jdbi;
        this.pages = pages;
        this.areas = areas;
        this.titles = titles;
        this.time = time;
    }

    Page<AppealView> page(AppealQuery query, Caller caller) {
        var list = Select.of(SHOWN, "from appeal a")
                .with("now", time.instant())
                .where("a.state = any(:state)", "state", query.state());
        boolean own = query.mine() || (caller.areas().isEmpty() && !caller.is(Role.ADMIN));
        if (own) list.where("a.appellant_id = :me", "me", caller.personId());
        else if (!caller.is(Role.ADMIN)) {
            list.where(
                    "exists (select from unnest(cast(:staffOf as text[])) s where starts_with(a.area_code, s))",
                    "staffOf",
                    caller.areas());
        }
        var rows = pages.page(list, NEWEST, ID, query.pageSize(), query.cursor(), (rs, ctx) -> read(rs, caller));
        var known = titles(rows.items().stream().map(AppealView::topicId).toList(), caller);
        return rows.map(row -> row.titled(known.get(row.topicId())));
    }

    AppealView view(UUID id, Caller caller) {
        var row = jdbi.withHandle(h -> h.createQuery("select " + SHOWN + " from appeal a where a.id = :id")
                .bind("id", id)
                .bind("now", time.instant())
                .map((rs, ctx) -> Appeal.read(rs).isVisibleTo(caller) ? read(rs, caller) : null)
                .findOne()
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
        return row.titled(titles(List.of(row.topicId()), caller).get(row.topicId()));
    }

    private Map<String, String> titles(Collection<String> topics, Caller caller) {
        return titles.stream()
                .filter(feature -> feature.kind().equals("topic"))
                .findFirst()
                .map(feature -> feature.titles(topics, caller))
                .orElse(Map.of());
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
