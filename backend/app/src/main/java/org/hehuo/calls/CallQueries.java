package org.hehuo.calls;

import static org.hehuo.kernel.sql.Columns.dateOrNull;
import static org.hehuo.kernel.sql.Columns.instant;
import static org.hehuo.kernel.sql.Columns.instantOrNull;
import static org.hehuo.kernel.sql.Columns.texts;
import static org.hehuo.kernel.sql.Columns.word;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.hehuo.areas.Areas;
import org.hehuo.categories.Categories;
import org.hehuo.kernel.life.Action;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.paging.Select;
import org.hehuo.kernel.paging.Sort;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Role;
import org.hehuo.media.PhotoView;
import org.hehuo.media.Photos;
import org.jdbi.v3.core.Jdbi;

/** Reads calls. */
@ApplicationScoped
class CallQueries {
    private static final Sort NEWEST = Sort.descending("c.created_at", "timestamptz");
    private static final Sort ID = Sort.descending("c.id", "text");

    final Jdbi jdbi;
    final Select.Pages pages;
    final Areas areas;
    final Categories categories;
    final Photos photos;
    final CallAnswers answers;

    CallQueries(Jdbi jdbi, Select.Pages pages, Areas areas, Categories categories, Photos photos, CallAnswers answers) {
        this.jdbi = jdbi;
        this.pages = pages;
        this.areas = areas;
        this.categories = categories;
        this.photos = photos;
        this.answers = answers;
    }

    Page<CallRow> page(CallQuery query, Caller caller) {
        var list = Select.of(
                        "c.id, c.title, c.state, c.area_code, c.closes_on, c.published_at, c.created_at", "from call c")
                .where("c.state = any(:state)", "state", query.state())
                .when(!caller.is(Role.ADMIN), "c.state <> 'draft'");
        return pages.page(list, NEWEST, ID, query.pageSize(), query.cursor(), (rs, ctx) -> row(rs));
    }

    private CallRow row(ResultSet rs) throws SQLException {
        return new CallRow(
                rs.getString("id"),
                rs.getString("title"),
                word(rs, "state", CallState.class),
                areas.ref(rs.getString("area_code")),
                dateOrNull(rs, "closes_on"),
                instantOrNull(rs, "published_at"),
                instant(rs, "created_at"));
    }

    CallView view(String id, Caller caller) {
        return jdbi.withHandle(h -> h.createQuery("select c.* from call c where c.id = :id")
                .bind("id", id)
                .map((rs, ctx) -> view(rs, Call.read(rs), caller))
                .findOne()
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
    }

    private CallView view(ResultSet rs, Call call, Caller caller) throws SQLException {
        if (!call.isVisibleTo(caller)) throw Problem.of(ApiError.NOT_FOUND);
        var byDay = answers.byDay(call.id());
        return new CallView(
                call.id(),
                rs.getString("title"),
                rs.getString("body"),
                call.state(),
                areas.ref(call.areaCode()),
                texts(rs, "fields").stream()
                        .map(code -> categories.field(code, caller.language()))
                        .toList(),
                texts(rs, "categories").stream()
                        .map(code -> categories.ref(code, caller.language()))
                        .toList(),
                call.closesOn(),
                photos.of(Call.KIND, call.id(), Photos.Place.SHOWN).stream()
                        .findFirst()
                        .orElse(null),
                byDay.stream().mapToInt(CallAnswers.Day::count).sum(),
                byDay,
                Action.allowed(CallAction.values(), call, caller),
                instantOrNull(rs, "published_at"),
                instantOrNull(rs, "closed_at"),
                instant(rs, "created_at"),
                call.version());
    }

    /** What may be edited, as it is. */
    CallForm editable(String id) {
        return jdbi.withHandle(h -> h.createQuery("select c.* from call c where c.id = :id")
                .bind("id", id)
                .map((rs, ctx) -> new CallForm(
                        rs.getString("title"),
                        rs.getString("body"),
                        rs.getString("area_code"),
                        texts(rs, "fields"),
                        texts(rs, "categories"),
                        dateOrNull(rs, "closes_on"),
                        photos.of(Call.KIND, id, Photos.Place.SHOWN).stream()
                                .findFirst()
                                .map(PhotoView::id)
                                .orElse(null)))
                .one());
    }
}
