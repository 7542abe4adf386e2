package org.hehuo.notifications;

import static org.hehuo.kernel.sql.Columns.instant;
import static org.hehuo.kernel.sql.Columns.uuid;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.paging.Select;
import org.hehuo.kernel.paging.Sort;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.text.Words;
import org.hehuo.kernel.time.Time;
import org.hehuo.people.Unread;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What a person is told, and what a person follows. */
@ApplicationScoped
public class NotificationService implements Unread {
    private static final Sort NEWEST = Sort.descending("at", "timestamptz");
    private static final Sort ID = Sort.descending("id", "uuid");
    private static final Sort SINCE = Sort.descending("since", "timestamptz");
    private static final Sort THING = Sort.descending("thing_id", "text");

    final Jdbi jdbi;
    final Select.Pages pages;
    final Follows follows;
    final Titles titles;
    final Time time;

    NotificationService(Jdbi jdbi, Select.Pages pages, Follows follows, Titles titles, Time time) {
        this.jdbi = jdbi;
        this.pages = pages;
        this.follows = follows;
        this.titles = titles;
        this.time = time;
    }

    private record Row(UUID id, String type, Ref subject, Instant at, boolean read) {}

    Page<NotificationView> page(NotificationQuery query, Caller caller) {
        var list = Select.of("id, type, subject_kind, subject_id, at, read_at is not null as read", "from notification")
                .where("person_id = :person", "person", caller.personId())
                .when(query.unread(), "read_at is null");
        var rows = pages.page(list, NEWEST, ID, query.pageSize(), query.cursor(), (rs, ctx) -> row(rs));
        var known = titles.of(rows.items().stream().map(Row::subject).collect(Collectors.toSet()), caller);
        return rows.map(row -> new NotificationView(
                row.id, row.type, text(row, known.get(row.subject), caller), row.subject, row.at, row.read));
    }

    private static Row row(ResultSet rs) throws SQLException {
        return new Row(
                uuid(rs, "id"),
                rs.getString("type"),
                new Ref(rs.getString("subject_kind"), rs.getString("subject_id")),
                instant(rs, "at"),
                rs.getBoolean("read"));
    }

    /** What somebody is told, as they may read it now. */
    public record Told(String text, Ref subject) {}

    /** Of these, what the reader was told, oldest first. */
    public List<Told> told(Collection<UUID> notifications, Caller reader) {
        var rows = jdbi.withHandle(h -> h.createQuery("""
                select id, type, subject_kind, subject_id, at, read_at is not null as read from notification
                where id = any(:ids) and person_id = :person order by at, id
                """)
                .bind("ids", notifications.toArray(UUID[]::new))
                .bind("person", reader.personId())
                .map((rs, ctx) -> row(rs))
                .list());
        var known = titles.of(rows.stream().map(Row::subject).collect(Collectors.toSet()), reader);
        return rows.stream()
                .map(row -> new Told(text(row, known.get(row.subject), reader), row.subject))
                .toList();
    }

    /** A thing that the reader may not see any more keeps its title to itself. */
    private static String text(Row row, @Nullable String title, Caller caller) {
        String shown = title == null ? Words.say(caller.language(), "told.gone") : title;
        return Words.say(caller.language(), "told." + row.type, shown);
    }

    Page<FollowView> follows(int pageSize, @Nullable String cursor, Caller caller) {
        var list = Select.of("thing_kind, thing_id, since", "from follow")
                .where("person_id = :person", "person", caller.personId())
                .where("not stopped");
        var rows = pages.page(
                list,
                SINCE,
                THING,
                pageSize,
                cursor,
                (rs, ctx) -> new FollowView(
                        new Ref(rs.getString("thing_kind"), rs.getString("thing_id")), "", instant(rs, "since")));
        var known = titles.of(rows.items().stream().map(FollowView::subject).toList(), caller);
        String gone = Words.say(caller.language(), "told.gone");
        return rows.map(row -> new FollowView(row.subject(), known.getOrDefault(row.subject(), gone), row.since()));
    }

    boolean isFollowing(String thing, Caller caller) {
        return follows.isFollowing(caller.personId(), titles.find(thing, caller).id(), List.of());
    }

    @Transactional
    void follow(String thing, Caller caller) {
        follows.follow(caller.personId(), titles.find(thing, caller));
    }

    @Transactional
    void unfollow(String thing, Caller caller) {
        if (!follows.stop(caller.personId(), thing)) follows.unfollow(caller.personId(), titles.find(thing, caller));
    }

    @Transactional
    void read(UUID id, Caller caller) {
        int changed = jdbi.withHandle(h -> h.createUpdate("""
                update notification set read_at = coalesce(read_at, :now) where id = :id and person_id = :person
                """)
                .bind("now", time.instant())
                .bind("id", id)
                .bind("person", caller.personId())
                .execute());
        if (changed == 0) throw Problem.of(ApiError.NOT_FOUND);
    }

    @Transactional
    void readAll(Caller caller) {
        jdbi.useHandle(h -> h.createUpdate("""
                update notification set read_at = :now where person_id = :person and read_at is null
                """)
                .bind("now", time.instant())
                .bind("person", caller.personId())
                .execute());
    }

    @Override
    public int of(UUID person) {
        return jdbi.withHandle(h ->
                h.createQuery("""
                select count(*) from (select from notification where person_id = :person and read_at is null limit 100) n
                """).bind("person", person).mapTo(Integer.class).one());
    }
}
