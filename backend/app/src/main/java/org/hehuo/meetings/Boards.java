package org.hehuo.meetings;

import static org.hehuo.kernel.sql.Columns.instant;
import static org.hehuo.kernel.sql.Columns.instantOrNull;
import static org.hehuo.kernel.sql.Columns.texts;
import static org.hehuo.kernel.sql.Columns.word;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hehuo.categories.Categories;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.text.Identified;
import org.hehuo.kernel.text.Language;
import org.hehuo.kernel.time.Time;
import org.hehuo.media.PhotoView;
import org.hehuo.projects.ClaimMode;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Draws the big screen: three statements, whatever the number of projects. */
@ApplicationScoped
class Boards {
    private static final Language HALL = Language.ZH_CN;

    final Jdbi jdbi;
    final MeetingStore store;
    final Categories categories;
    final Time time;

    Boards(Jdbi jdbi, MeetingStore store, Categories categories, Time time) {
        this.jdbi = jdbi;
        this.store = store;
        this.categories = categories;
        this.time = time;
    }

    BoardView of(String meeting) {
        var rounds = store.rounds(meeting);
        var round = rounds.stream()
                .filter(one -> one.shown() != RoundState.CLOSED)
                .findFirst()
                .or(() -> rounds.stream().max(Comparator.comparing(ClaimRound::closesAt)));
        return jdbi.withHandle(h -> h.createQuery("""
                select m.id, m.title, m.place, m.state, clock_timestamp() + cast(:shift as interval) as now
                from meeting m where m.id = :id
                """)
                .bind("id", meeting)
                .bind("shift", time.shift().toString())
                .map((rs, ctx) -> new BoardView(
                        rs.getString("id"),
                        rs.getString("title"),
                        rs.getString("place"),
                        word(rs, "state", MeetingState.class),
                        instant(rs, "now"),
                        round.map(BoardView.Round::of).orElse(null),
                        tiles(meeting),
                        present(meeting, round.map(ClaimRound::id).orElse(null))))
                .findOne()
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
    }

    private List<BoardView.Tile> tiles(String meeting) {
        return jdbi.withHandle(h -> h.createQuery("""
                select p.id, p.title, p.field, p.claim_mode,
                    case p.state when 'open' then p.slots - p.held else 0 end as slots_left, held.ids, held.names, held.logos, held.last
                from meeting_project b join project p on p.id = b.project_id
                    left join lateral (
                        select array_agg(o.id order by c.queue_no) as ids, array_agg(o.name order by c.queue_no) as names,
                            array_agg(coalesce(u.photo_id::text, '') order by c.queue_no) as logos, max(c.confirmed_at) as last
                        from claim c join partner o on o.id = c.partner_id
                            left join photo_use u on u.thing_kind = 'partner' and u.thing_id = o.id and u.role = 'shown'
                                and u.position = 0
                        where c.project_id = p.id and c.state in ('confirmed', 'fulfilled')) held on true
                where b.meeting_id = :id order by b.position, b.project_id
                """)
                .bind("id", meeting)
                .map((rs, ctx) -> tile(rs))
                .list());
    }

    private BoardView.Tile tile(ResultSet rs) throws SQLException {
        var ids = texts(rs, "ids");
        var names = texts(rs, "names");
        var logos = texts(rs, "logos");
        return new BoardView.Tile(
                rs.getString("id"),
                rs.getString("title"),
                categories.field(rs.getString("field"), HALL),
                word(rs, "claim_mode", ClaimMode.class),
                rs.getInt("slots_left"),
                Stream.iterate(0, i -> i < ids.size(), i -> i + 1)
                        .map(i -> new BoardView.Holder(ids.get(i), names.get(i), thumb(logos.get(i))))
                        .toList(),
                instantOrNull(rs, "last"));
    }

    private static @Nullable String thumb(String photo) {
        return photo.isEmpty() ? null : PhotoView.thumb(UUID.fromString(photo));
    }

    private List<BoardView.Present> present(String meeting, @Nullable UUID round) {
        return jdbi.withHandle(h -> h.createQuery("""
                select o.id, o.name, w.in_hall, coalesce(t.claims, 0) as claims
                from meeting_partner w join partner o on o.id = w.partner_id
                    left join round_tally t on t.round_id = cast(:round as uuid) and t.partner_id = o.id
                where w.meeting_id = :id and w.checked_in_at is not null order by w.checked_in_at, o.id
                """)
                .bind("id", meeting)
                .bind("round", round)
                .map((rs, ctx) -> new BoardView.Present(
                        new Identified(rs.getString("id"), rs.getString("name")),
                        rs.getBoolean("in_hall"),
                        rs.getInt("claims")))
                .list());
    }
}
