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
import java.util.UUID;
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
import org.hehuo.people.People;
import org.jspecify.annotations.Nullable;

/** Reads lists of topics, each by one keyset query. */
@ApplicationScoped
class TopicListQueries {
    private static final String UNDECIDED = "t.state in ('open', 'accepted', 'in_progress')";
    private static final String OVERDUE = "(" + UNDECIDED + " and t.due_at < cast(:now as timestamptz))";
    private static final String COUNTS = """
            t.support_count + coalesce((select sum(supports) from topic_delta d where d.topic_id = t.id), 0) as supports,
            t.reply_count + coalesce((select sum(replies) from topic_delta d where d.topic_id = t.id), 0) as replies
            """;
    /** Takes {@code :now}. */
    static final String SHOWN = """
            t.id, t.title, t.state, t.visibility, t.outcome, t.area_code, t.category, t.place, t.author_id, t.anonymous,
            t.recorded_by, t.assignee_id, t.due_at, t.created_at, t.updated_at,
            """ + OVERDUE + " as overdue, " + COUNTS;

    private static final Sort NEWEST = Sort.descending("t.created_at", "timestamptz");
    /** What has no date comes last. */
    private static final String DUE = "coalesce(t.due_at, 'infinity')";

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
    final Areas areas;
    final Categories categories;
    final People people;
    final Time time;

    TopicListQueries(Select.Pages pages, Areas areas, Categories categories, People people, Time time) {
        this.pages = pages;
        this.areas = areas;
        this.categories = categories;
        this.people = people;
        this.time = time;
    }

    private record Listed(TopicRow row, TopicPersons persons) {}

    Page<TopicRow> page(TopicQuery query, Caller caller) {
        if ((query.mine() || query.assignedToMe()) && !caller.isSignedIn()) throw Problem.of(ApiError.UNAUTHENTICATED);
        var sort = Sort.of(query.sort(), SORTS, NEWEST);
        var list = Select.of(SHOWN, "from topic t")
                .with("now", time.instant())
                .where("t.state = any(:state)", "state", query.state())
                .where("strpos(lower(t.title || ' ' || t.id), lower(:q)) > 0", "q", query.q())
                .where("t.author_id = :me", "me", query.mine() ? caller.id() : null)
                .where("t.assignee_id = :assignee", "assignee", query.assignedToMe() ? caller.id() : null)
                .whether(query.overdue(), OVERDUE);
        AreaFilter.below(list, "t", query.area(), "area");
        categories(list, query.category());
        visible(list, query, caller);
        var id = sort.descending() ? Sort.descending("t.id", "text") : ID;
        var rows = pages.page(list, sort, id, query.pageSize(), query.cursor(), (rs, ctx) -> listed(rs, caller));
        var names = people.displayNames(
                rows.items().stream().flatMap(r -> r.persons.named()).toList());
        return rows.map(listed -> named(listed, names, caller));
    }

    /** A category stands for its leaves: a leaf's code begins with its category's. */
    private static void categories(Select list, List<String> codes) {
        list.where("t.category ^@ any(cast(:category as text[]))", "category", codes);
    }

    /** Row scope: what is public; besides, one's own and what one's areas answer for. */
    private static void visible(Select list, TopicQuery query, Caller caller) {
        if (query.mine()) return;
        var open = new ArrayList<>(List.of("t.visibility = 'public'"));
        if (!caller.areas().isEmpty()) {
            open.add("exists (select from unnest(cast(:staffOf as text[])) a where t.area_code like a || '%')");
            list.with("staffOf", caller.areas());
        }
        list.where("(" + String.join(" or ", open) + ")");
    }

    private Listed listed(ResultSet rs, Caller caller) throws SQLException {
        var nobody = new Author("");
        var row = new TopicRow(
                rs.getString("id"),
                rs.getString("title"),
                word(rs, "state", TopicState.class),
                word(rs, "visibility", Visibility.class),
                wordOrNull(rs, "outcome", TopicOutcome.class),
                areas.ref(rs.getString("area_code")),
                category(rs.getString("category"), caller),
                rs.getString("place"),
                nobody,
                null,
                rs.getInt("supports"),
                rs.getInt("replies"),
                instantOrNull(rs, "due_at"),
                rs.getBoolean("overdue"),
                instant(rs, "created_at"),
                instant(rs, "updated_at"));
        return new Listed(row, TopicPersons.read(rs));
    }

    private @Nullable Coded category(@Nullable String code, Caller caller) {
        return code == null ? null : categories.ref(code, caller.language());
    }

    private static TopicRow named(Listed listed, Map<UUID, String> names, Caller caller) {
        var r = listed.row;
        return new TopicRow(
                r.id(),
                r.title(),
                r.state(),
                r.visibility(),
                r.outcome(),
                r.area(),
                r.category(),
                r.place(),
                listed.persons.authorFor(caller, names),
                listed.persons.assignee(names),
                r.supportCount(),
                r.replyCount(),
                r.dueAt(),
                r.overdue(),
                r.createdAt(),
                r.updatedAt());
    }
}
