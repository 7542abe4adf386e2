package org.hehuo.topics;

import static org.hehuo.kernel.sql.Columns.instant;
import static org.hehuo.kernel.sql.Columns.instantOrNull;
import static org.hehuo.kernel.sql.Columns.word;
import static org.hehuo.kernel.sql.Columns.wordOrNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hehuo.areas.AreaCode;
import org.hehuo.areas.AreaFilter;
import org.hehuo.areas.Areas;
import org.hehuo.categories.Categories;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.paging.Select;
import org.hehuo.kernel.paging.Sort;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.text.Coded;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.WorkCalendars;
import org.hehuo.people.Absences;
import org.hehuo.search.Found;
import org.jspecify.annotations.Nullable;

/** Reads lists of topics, each by one keyset query. */
@ApplicationScoped
class TopicListQueries {
    static final String COUNTS = """
            t.support_count + coalesce((select sum(supports) from topic_delta d where d.topic_id = t.id), 0) as supports,
            t.reply_count + coalesce((select sum(replies) from topic_delta d where d.topic_id = t.id), 0) as replies
            """;
    /** Takes {@code :now}. */
    static final String SHOWN = """
            t.id, t.title, t.state, t.visibility, t.outcome, t.area_code, t.category, t.place, t.lat, t.lon, t.due_at, t.created_at,
            t.updated_at, t.anonymous, t.recorded_by is not null as by_phone,
            """ + Author.NAMES + ", " + Topic.OVERDUE + " as overdue, " + COUNTS;

    private static final String ON_MY_DESK =
            "(t.assignee_id = :me or t.assignee_id in (" + Absences.STOOD_IN_FOR + "))";

    private static final Sort NEWEST = Sort.descending("t.created_at", "timestamptz");
    /** What has no date comes last. */
    private static final String DUE = "coalesce(t.due_at, 'infinity')";

    static final Found FOUND = new Found("t", "t.title", "t.title", "t.created_at", "t.body");
    private static final int SIMILAR_CANDIDATES = 1000;
    private static final int MOST_SIMILAR = 5;
    private static final int LIKELY = 2;
    private static final double LIKE_ENOUGH = 0.3;
    /** Alike in words, or in what they are likely about: measured on the test's {@code similar.txt}. */
    private static final Sort ALIKE = Sort.descending("""
            (search_likeness(t.title, :title) + case t.category when (cast(:likely as text[]))[1] then 0.3
                when (cast(:likely as text[]))[2] then 0.1 else 0 end)""", "double precision");

    private static final Sort ID = Sort.ascending("t.id", "text");
    private static final Map<String, Sort> SORTS = Map.of(
            "-createdAt", NEWEST,
            "createdAt", Sort.ascending("t.created_at", "timestamptz"),
            "-updatedAt", Sort.descending("t.updated_at", "timestamptz"),
            "updatedAt", Sort.ascending("t.updated_at", "timestamptz"),
            "-supportCount", Sort.descending("t.support_count", "integer"),
            "supportCount", Sort.ascending("t.support_count", "integer"),
            "-dueAt", Sort.descending(DUE, "timestamptz"),
            "dueAt", Sort.ascending(DUE, "timestamptz"));

    final Select.Pages pages;
    final TopicStore store;
    final Areas areas;
    final Categories categories;
    final WorkCalendars calendars;
    final Time time;

    TopicListQueries(
            Select.Pages pages,
            TopicStore store,
            Areas areas,
            Categories categories,
            WorkCalendars calendars,
            Time time) {
        this.pages = pages;
        this.store = store;
        this.areas = areas;
        this.categories = categories;
        this.calendars = calendars;
        this.time = time;
    }

    Page<TopicRow> page(TopicQuery query, Caller caller) {
        if ((query.mine() || query.assignedToMe()) && !caller.isSignedIn()) throw Problem.of(ApiError.UNAUTHENTICATED);
        var list = Select.of(SHOWN, "from topic t")
                .with("now", time.instant())
                .where("t.state = any(:state)", "state", query.state())
                .when(query.leavesOutMerged(), "t.state <> 'merged'")
                .where("t.author_id = :me", "me", query.mine() ? caller.id() : null)
                .where(ON_MY_DESK, "me", query.assignedToMe() ? caller.id() : null)
                .where("t.escalated_to = any(:escalatedTo)", "escalatedTo", query.escalatedTo())
                .whether(query.overdue(), Topic.OVERDUE);
        days(list, query);
        FOUND.among(list, query.q());
        var near = Near.parse(query.near());
        if (near == null) list.show("null::double precision as distance");
        else near.among(list);
        AreaFilter.below(list, "t", query.area(), "area");
        categories(list, query.category());
        visible(list, query, caller);
        var sort = sort(query, near, list);
        var id = sort.descending() ? Sort.descending("t.id", "text") : ID;
        return pages.page(list, sort, id, query.pageSize(), query.cursor(), (rs, ctx) -> row(rs, caller));
    }

    private void days(Select list, TopicQuery query) {
        if (query.createdFrom() != null)
            list.where("t.created_at >= :createdFrom", "createdFrom", calendars.startOf(query.createdFrom()));
        if (query.answeredFrom() != null)
            list.where(TopicAnswers.SINCE, "today", calendars.startOf(query.answeredFrom()));
        if (query.dueUntil() != null) list.where("t.due_at < :dueUntil", "dueUntil", calendars.endOf(query.dueUntil()));
    }

    private static Sort sort(TopicQuery query, @Nullable Near near, Select list) {
        if (Found.isBest(query.q(), query.sort())) return FOUND.best(list, Objects.requireNonNull(query.q()));
        boolean asDefault = query.sort() == null || query.sort().equals("distance");
        return near != null && asDefault ? near.nearest(list) : Sort.of(query.sort(), SORTS, NEWEST);
    }

    /** Unsettled or lately settled topics whose titles are alike, the likest first: somebody may have said it already. */
    List<TopicRow> similar(String title, @Nullable String area, Caller caller) {
        var list = Select.of(SHOWN, "from topic t")
                .with("now", time.instant())
                .show("null::text as excerpt")
                .show("null::double precision as distance")
                .where("t.visibility = 'public'")
                .where("t.state in ('open', 'accepted', 'in_progress', 'resolved')")
                .where("(t.words @@ search_any(:title) or t.category = any(:likely))", "title", title)
                .with("likely", categories.likest(title, LIKELY))
                .newest("t", "t.created_at", SIMILAR_CANDIDATES);
        if (area != null) AreaFilter.below(list, "t", List.of(around(new AreaCode(area))), "area");
        var rows = pages.page(
                list, ALIKE, Sort.descending("t.id", "text"), MOST_SIMILAR, null, (rs, ctx) -> alike(rs, caller));
        return rows.items().stream()
                .filter(a -> a.likeness >= LIKE_ENOUGH)
                .map(Alike::row)
                .toList();
    }

    private static String around(AreaCode area) {
        return Objects.requireNonNullElse(area.subdistrict(), area.district());
    }

    private record Alike(double likeness, TopicRow row) {}

    private Alike alike(ResultSet rs, Caller caller) throws SQLException {
        return new Alike(rs.getDouble("sort_key"), row(rs, caller));
    }

    /** A category stands for its leaves: a leaf's code begins with its category's. */
    private static void categories(Select list, List<String> codes) {
        list.where("t.category ^@ any(cast(:category as text[]))", "category", codes);
    }

    /** Row scope: what is public; besides, what one's areas answer for and what one's partners carry. */
    private void visible(Select list, TopicQuery query, Caller caller) {
        if (query.mine()) return;
        var open = new ArrayList<>(List.of("t.visibility = 'public'"));
        if (!caller.areas().isEmpty()) {
            open.add("exists (select from unnest(cast(:staffOf as text[])) a where t.area_code like a || '%')");
            list.with("staffOf", caller.areas());
        }
        var carried = store.carriedBy(caller);
        if (!carried.isEmpty()) {
            open.add("t.id = any(:carried)");
            list.with("carried", carried);
        }
        list.where("(" + String.join(" or ", open) + ")");
    }

    private TopicRow row(ResultSet rs, Caller caller) throws SQLException {
        return new TopicRow(
                rs.getString("id"),
                rs.getString("title"),
                word(rs, "state", TopicState.class),
                word(rs, "visibility", Visibility.class),
                wordOrNull(rs, "outcome", TopicOutcome.class),
                areas.ref(rs.getString("area_code")),
                category(rs.getString("category"), caller),
                rs.getString("place"),
                Position.read(rs),
                Author.ofTopic(rs, caller),
                Author.assignee(rs),
                Author.standIn(rs, caller),
                rs.getInt("supports"),
                rs.getInt("replies"),
                rs.getString("excerpt"),
                distance(rs),
                instantOrNull(rs, "due_at"),
                rs.getBoolean("overdue"),
                instant(rs, "created_at"),
                instant(rs, "updated_at"));
    }

    private static @Nullable Integer distance(ResultSet rs) throws SQLException {
        return rs.getObject("distance") == null ? null : (int) Math.round(rs.getDouble("distance"));
    }

    private @Nullable Coded category(@Nullable String code, Caller caller) {
        return code == null ? null : categories.ref(code, caller.language());
    }
}
