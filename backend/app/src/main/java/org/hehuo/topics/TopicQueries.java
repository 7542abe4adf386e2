package org.hehuo.topics;

import static org.hehuo.kernel.sql.Columns.instant;
import static org.hehuo.kernel.sql.Columns.instantOrNull;
import static org.hehuo.kernel.sql.Columns.uuid;
import static org.hehuo.kernel.sql.Columns.uuidOrNull;
import static org.hehuo.kernel.sql.Columns.word;
import static org.hehuo.kernel.sql.Columns.wordOrNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hehuo.areas.AreaFilter;
import org.hehuo.areas.Areas;
import org.hehuo.categories.Categories;
import org.hehuo.kernel.life.Action;
import org.hehuo.kernel.life.Timeline;
import org.hehuo.kernel.life.TimelineItem;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.paging.Select;
import org.hehuo.kernel.paging.Sort;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.hehuo.media.PhotoView;
import org.hehuo.media.Photos;
import org.hehuo.notifications.Follows;
import org.hehuo.people.People;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads topics: lists by one keyset query, pages by a few. */
@ApplicationScoped
class TopicQueries {
    private static final String UNDECIDED = "t.state in ('open', 'accepted', 'in_progress')";
    private static final String OVERDUE = "(" + UNDECIDED + " and t.due_at < cast(:now as timestamptz))";
    private static final String COUNTS = """
            t.support_count + coalesce((select sum(supports) from topic_delta d where d.topic_id = t.id), 0) as supports,
            t.reply_count + coalesce((select sum(replies) from topic_delta d where d.topic_id = t.id), 0) as replies
            """;
    private static final String SHOWN = """
            t.id, t.title, t.state, t.visibility, t.outcome, t.area_code, t.category, t.place, t.author_id, t.anonymous,
            t.recorded_by, t.assignee_id, t.due_at, t.created_at, t.updated_at,
            """ + OVERDUE + " as overdue, " + COUNTS;
    private static final Sort NEWEST = Sort.descending("t.created_at", "timestamptz");
    private static final Sort DUE = Sort.ascending("t.due_at", "timestamptz");
    private static final Sort ID = Sort.ascending("t.id", "text");
    private static final Map<String, Sort> SORTS = Map.of(
            "-createdAt", NEWEST,
            "createdAt", Sort.ascending("t.created_at", "timestamptz"),
            "-updatedAt", Sort.descending("t.updated_at", "timestamptz"),
            "-supportCount", Sort.descending("t.support_count", "integer"),
            "dueAt", DUE);

    final Jdbi jdbi;
    final Select.Pages pages;
    final TopicStore store;
    final ReplyQueries replies;
    final Photos photos;
    final Areas areas;
    final Categories categories;
    final People people;
    final Follows follows;
    final TopicLinks links;
    final Timeline timeline;
    final Time time;

    TopicQueries(
            Jdbi jdbi,
            Select.Pages pages,
            TopicStore store,
            ReplyQueries replies,
            Photos photos,
            Areas areas,
            Categories categories,
            People people,
            Follows follows,
            TopicLinks links,
            Timeline timeline,
            Time time) {
        this.jdbi = jdbi;
        this.pages = pages;
        this.store = store;
        this.replies = replies;
        this.photos = photos;
        this.areas = areas;
        this.categories = categories;
        this.people = people;
        this.follows = follows;
        this.links = links;
        this.timeline = timeline;
        this.time = time;
    }

    private record Persons(
            UUID author,
            boolean anonymous,
            boolean byPhone,
            @Nullable UUID assignee) {
        static Persons read(ResultSet rs) throws SQLException {
            return new Persons(
                    uuid(rs, "author_id"),
                    rs.getBoolean("anonymous"),
                    rs.getString("recorded_by") != null,
                    uuidOrNull(rs, "assignee_id"));
        }

        Stream<@Nullable UUID> named() {
            return Stream.of(anonymous || byPhone ? null : author, assignee);
        }
    }

    private record Listed(TopicRow row, Persons persons) {}

    Page<TopicRow> page(TopicQuery query, Caller caller) {
        if ((query.mine() || query.assignedToMe()) && !caller.isSignedIn()) throw Problem.of(ApiError.UNAUTHENTICATED);
        var sort = Sort.of(query.sort(), SORTS, NEWEST);
        var list = Select.of(SHOWN, "from topic t")
                .with("now", time.instant())
                .where("t.state = any(:state)", "state", query.state())
                .where("strpos(lower(t.title || ' ' || t.id), lower(:q)) > 0", "q", query.q())
                .where("t.author_id = :me", "me", query.mine() ? caller.id() : null)
                .where("t.assignee_id = :assignee", "assignee", query.assignedToMe() ? caller.id() : null)
                .when(query.overdue(), OVERDUE)
                .when(sort.equals(DUE), UNDECIDED);
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
                categories.ref(rs.getString("category"), caller.language()),
                rs.getString("place"),
                nobody,
                null,
                rs.getInt("supports"),
                rs.getInt("replies"),
                instantOrNull(rs, "due_at"),
                rs.getBoolean("overdue"),
                instant(rs, "created_at"),
                instant(rs, "updated_at"));
        return new Listed(row, Persons.read(rs));
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
                author(listed.persons, names, caller),
                assignee(listed.persons, names),
                r.supportCount(),
                r.replyCount(),
                r.dueAt(),
                r.overdue(),
                r.createdAt(),
                r.updatedAt());
    }

    private static Author author(Persons persons, Map<UUID, String> names, Caller caller) {
        return Author.of(persons.author, persons.anonymous, persons.byPhone, names, caller);
    }

    private static @Nullable Author assignee(Persons persons, Map<UUID, String> names) {
        return persons.assignee == null ? null : new Author(names.getOrDefault(persons.assignee, ""));
    }

    TopicView view(String id, Caller caller) {
        var topic = store.find(id, caller);
        return jdbi.withHandle(h -> h.createQuery("select " + SHOWN + """
                , t.body, t.lat, t.lon, t.hidden_reason, t.version,
                exists (select from topic_support s where s.topic_id = t.id and s.person_id = :me) as supported
                from topic t where t.id = :id
                """)
                .bind("id", id)
                .bind("me", caller.id())
                .bind("now", time.instant())
                .map((rs, ctx) -> view(rs, topic, caller))
                .one());
    }

    private TopicView view(ResultSet rs, Topic topic, Caller caller) throws SQLException {
        var persons = Persons.read(rs);
        var names = people.displayNames(persons.named().toList());
        boolean lat = rs.getObject("lat") != null;
        return new TopicView(
                topic.id(),
                rs.getString("title"),
                rs.getString("body"),
                topic.state(),
                topic.visibility(),
                rs.getString("hidden_reason"),
                wordOrNull(rs, "outcome", TopicOutcome.class),
                areas.ref(topic.areaCode()),
                categories.ref(topic.category(), caller.language()),
                rs.getString("place"),
                lat ? new Position(rs.getDouble("lat"), rs.getDouble("lon")) : null,
                photos.of(Topic.KIND, topic.id(), Photos.Place.SHOWN),
                author(persons, names, caller),
                caller.isPerson(topic.author()),
                persons.byPhone,
                assignee(persons, names),
                rs.getInt("supports"),
                rs.getInt("replies"),
                rs.getBoolean("supported"),
                follows.isFollowing(caller.id(), topic.id()),
                replies.latestOfficial(topic.id(), caller),
                topic.dueAt(),
                rs.getBoolean("overdue"),
                links.projectsOf(topic.id(), caller),
                allowed(topic, persons.byPhone, caller),
                instant(rs, "created_at"),
                instant(rs, "updated_at"),
                topic.version());
    }

    List<String> allowed(Topic topic, Caller caller) {
        return Action.allowed(TopicAction.values(), topic, caller);
    }

    /** Besides the steps: staff may look, on purpose, who stands behind a topic that does not say so. */
    private List<String> allowed(Topic topic, boolean byPhone, Caller caller) {
        var actions = new ArrayList<>(allowed(topic, caller));
        if ((topic.anonymous() || byPhone) && caller.isStaffOf(topic.areaCode())) actions.add("reveal-author");
        if (topic.state() == TopicState.OPEN && caller.isPerson(topic.author())) actions.add("edit");
        return actions;
    }

    TopicChange editable(String id) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select title, body, category, place, lat, lon from topic where id = :id")
                .bind("id", id)
                .map((rs, ctx) -> new TopicChange(
                        rs.getString("title"),
                        rs.getString("body"),
                        rs.getString("category"),
                        rs.getString("place"),
                        rs.getObject("lat") == null ? null : new Position(rs.getDouble("lat"), rs.getDouble("lon")),
                        photos.of(Topic.KIND, id, Photos.Place.SHOWN).stream()
                                .map(PhotoView::id)
                                .toList()))
                .one());
    }

    /** The topic's own steps and those of the projects that grew from it: its whole story. */
    List<TimelineItem> timeline(String id, Caller caller) {
        store.find(id, caller);
        var pages = Stream.concat(
                        Stream.of(id), links.projectsOf(id, caller).stream().map(TopicLinks.Link::id))
                .toList();
        return timeline.of(pages, caller);
    }
}
