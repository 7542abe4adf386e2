package org.hehuo.topics;

import static org.hehuo.kernel.sql.Columns.instant;
import static org.hehuo.kernel.sql.Columns.instantOrNull;
import static org.hehuo.kernel.sql.Columns.uuid;
import static org.hehuo.kernel.sql.Columns.uuidOrNull;
import static org.hehuo.kernel.sql.Columns.word;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.paging.Select;
import org.hehuo.kernel.paging.Sort;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Role;
import org.hehuo.kernel.time.Time;
import org.hehuo.media.PhotoView;
import org.hehuo.media.Photos;
import org.hehuo.people.People;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads threads, in the order in which they are read: each reply, then what answers it. */
@ApplicationScoped
class ReplyQueries {
    static final Duration EDITABLE = Duration.ofMinutes(15);
    private static final String SHOWN = """
            r.id, r.topic_id, r.home_id, r.parent_id, r.author_id, r.anonymous, r.official, r.body, r.visibility, r.held, r.hidden_reason,
            r.created_at, r.edited_at, r.version, r.appealed, t.area_code, t.visibility = 'public' as open,
            """ + People.nameOf("r.author_id") + " as author_name, "
            + Photos.hangOn(ReplyService.KIND, "r.id::text") + " as pictured" + ReplyQuote.SHOWN;
    private static final String SOURCE = "from reply r join topic t on t.id = r.topic_id" + ReplyQuote.JOIN;
    private static final Sort THREAD = Sort.ascending("r.place", "text");
    private static final Map<String, Sort> SORTS =
            Map.of("place", THREAD, "-createdAt", Sort.descending("r.created_at", "timestamptz"));
    private static final Sort ID = Sort.ascending("r.id", "uuid");

    final Jdbi jdbi;
    final Select.Pages pages;
    final Photos photos;
    final Time time;

    ReplyQueries(Jdbi jdbi, Select.Pages pages, Photos photos, Time time) {
        this.jdbi = jdbi;
        this.pages = pages;
        this.photos = photos;
        this.time = time;
    }

    private record Row(
            UUID id,
            String topic,
            String home,
            @Nullable UUID parent,
            UUID author,
            String authorName,
            boolean anonymous,
            boolean official,
            String body,
            Visibility visibility,
            boolean held,
            @Nullable String hiddenReason,
            Instant createdAt,
            @Nullable Instant editedAt,
            long version,
            boolean appealed,
            String area,
            boolean open,
            boolean pictured,
            @Nullable ReplyQuote quote) {}

    /** What is merged into another still shows what was said there. */
    Page<ReplyView> thread(Topic topic, @Nullable String sort, int size, @Nullable String cursor, Caller caller) {
        boolean merged = topic.state() == TopicState.MERGED;
        var list = Select.of(SHOWN, SOURCE)
                .where((merged ? "r.home_id" : "r.topic_id") + " = :topic", "topic", topic.id())
                .when(merged, "r.home_id <> r.topic_id");
        var rows = pages.page(list, Sort.of(sort, SORTS, THREAD), ID, size, cursor, (rs, ctx) -> row(rs, caller));
        var pictures = photos.of(
                ReplyService.KIND,
                rows.items().stream()
                        .filter(Row::pictured)
                        .map(r -> r.id.toString())
                        .toList(),
                Photos.Place.SHOWN);
        return rows.map(row -> view(row, pictures.getOrDefault(row.id.toString(), List.of()), caller));
    }

    ReplyView view(String topic, UUID id, Caller caller) {
        var row = jdbi.withHandle(h -> h.createQuery(
                        "select " + SHOWN + " " + SOURCE + " where r.id = :id and :topic in (r.topic_id, r.home_id)")
                .bind("id", id)
                .bind("topic", topic)
                .map((rs, ctx) -> row(rs, caller))
                .findOne()
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
        return view(row, caller);
    }

    /** Counts no further than to “many”. */
    ThreadNews news(Topic topic, @Nullable Instant since, Caller caller) {
        var now = time.instant();
        if (since == null || since.isAfter(now)) return new ThreadNews(0, 0, now);
        if (since.isBefore(Instant.EPOCH)) throw Problem.badParameter(ApiError.INVALID_PARAMETER, "since", "far");
        return jdbi.withHandle(h -> h.createQuery("""
                select
                    (select count(*) from (
                        (select author_id from reply where topic_id = :topic and created_at > :since and visibility = 'public'
                            and author_id is distinct from cast(:me as uuid)
                        order by created_at desc limit 100)
                        union all
                        (select author_id from reply where topic_id = :topic and shown_at > :since and created_at <= :since
                            and visibility = 'public' and author_id is distinct from cast(:me as uuid) limit 100)
                        limit 100) r) as replies,
                    (select count(*) from (
                        select from timeline where page_id = :topic and recorded_at > :since and is_public limit 100) s) as steps
                """)
                .bind("topic", topic.id())
                .bind("since", since)
                .bind("me", caller.isSignedIn() ? caller.id() : null)
                .map((rs, ctx) -> new ThreadNews(rs.getInt("replies"), rs.getInt("steps"), now))
                .one());
    }

    @Nullable
    ReplyView latestOfficial(String topic, Caller caller) {
        return jdbi.withHandle(h -> h.createQuery("select " + SHOWN + " " + SOURCE + """
                 where r.topic_id = :topic and r.official and r.visibility = 'public' order by r.created_at desc limit 1
                """)
                .bind("topic", topic)
                .map((rs, ctx) -> row(rs, caller))
                .findOne()
                .map(row -> view(row, caller))
                .orElse(null));
    }

    private ReplyView view(Row row, Caller caller) {
        var pictures = row.pictured
                ? photos.of(ReplyService.KIND, row.id.toString(), Photos.Place.SHOWN)
                : List.<PhotoView>of();
        return view(row, pictures, caller);
    }

    private ReplyView view(Row row, List<PhotoView> pictures, Caller caller) {
        boolean mine = caller.isPerson(row.author);
        boolean insider = mine || decides(row, caller);
        boolean hidden = row.visibility == Visibility.HIDDEN;
        return new ReplyView(
                row.id,
                row.topic,
                hidden && !insider ? null : row.body,
                hidden && !insider ? List.of() : pictures,
                hidden && !insider ? new Author("") : Author.of(row.authorName, row.anonymous, caller),
                row.official,
                row.parent,
                hidden && !insider ? null : row.quote,
                row.home.equals(row.topic) ? null : row.home,
                row.visibility,
                row.held,
                insider ? row.hiddenReason : null,
                mine,
                allowed(row, caller),
                row.createdAt,
                row.editedAt,
                row.version);
    }

    private List<String> allowed(Row row, Caller caller) {
        var actions = new ArrayList<String>();
        boolean hidden = row.visibility == Visibility.HIDDEN;
        boolean young = time.instant().isBefore(row.createdAt.plus(EDITABLE));
        if (caller.isPerson(row.author) && !hidden && young) actions.add("edit");
        boolean mine = caller.isPerson(row.author);
        if (mine && hidden && !row.held && !row.appealed) actions.add("appeal");
        if (decides(row, caller) && (!hidden || row.held)) actions.add("hide");
        if (decides(row, caller) && hidden && !mine) actions.add("restore");
        if (caller.isSignedIn() && !caller.isProgram() && row.open && !hidden && !mine) actions.add("report");
        return actions;
    }

    /** The district too, so that there is always somebody else. */
    private static boolean decides(Row row, Caller caller) {
        return caller.isStaffOf(row.area) || caller.is(Role.ADMIN);
    }

    private static Row row(ResultSet rs, Caller caller) throws SQLException {
        return new Row(
                uuid(rs, "id"),
                rs.getString("topic_id"),
                rs.getString("home_id"),
                uuidOrNull(rs, "parent_id"),
                uuid(rs, "author_id"),
                rs.getString("author_name"),
                rs.getBoolean("anonymous"),
                rs.getBoolean("official"),
                rs.getString("body"),
                word(rs, "visibility", Visibility.class),
                rs.getBoolean("held"),
                rs.getString("hidden_reason"),
                instant(rs, "created_at"),
                instantOrNull(rs, "edited_at"),
                rs.getLong("version"),
                rs.getBoolean("appealed"),
                rs.getString("area_code"),
                rs.getBoolean("open"),
                rs.getBoolean("pictured"),
                ReplyQuote.read(rs, caller));
    }
}
