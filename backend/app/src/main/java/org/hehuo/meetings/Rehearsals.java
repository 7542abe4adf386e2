package org.hehuo.meetings;

import static org.hehuo.kernel.sql.Columns.instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.text.Identified;
import org.hehuo.kernel.text.Words;
import org.hehuo.kernel.time.Time;
import org.hehuo.projects.ClaimMode;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * A round that is only played, for the organisers to try their hall. Each project's hand is drawn beforehand with the moment at
 * which it goes up, so that all screens show the same. No claim is made, nobody is told, and its rows go with it.
 */
@ApplicationScoped
class Rehearsals {
    private static final Duration TO_SIT_DOWN = Duration.ofSeconds(10);
    private static final int PLAYERS = 30;
    /** Of so many projects one is left, as it happens. */
    private static final int ONE_LEFT_OF = 10;

    final Jdbi jdbi;
    final MeetingStore store;
    final Boards boards;
    final Time time;

    Rehearsals(Jdbi jdbi, MeetingStore store, Boards boards, Time time) {
        this.jdbi = jdbi;
        this.store = store;
        this.boards = boards;
        this.time = time;
    }

    private record Stage(Instant opensAt, Instant closesAt) {}

    private record Hand(String player, Instant at) {}

    /** Begins anew, whatever was played before. */
    @Transactional
    BoardView begin(String id, int minutes, Caller caller) {
        var meeting = store.lock(id);
        requireStaff(meeting, caller);
        if (meeting.state() != MeetingState.PLANNED) throw MeetingAction.refusal(ApiError.WRONG_STATE, meeting, caller);
        clear(id);
        var opens = time.instant().plus(TO_SIT_DOWN);
        var span = Duration.ofMinutes(minutes);
        jdbi.useHandle(h -> h.createUpdate(
                        "insert into rehearsal (meeting_id, opens_at, closes_at) values (:id, :opens, :closes)")
                .bind("id", id)
                .bind("opens", opens)
                .bind("closes", opens.plus(span))
                .execute());
        draw(id, opens, span, players(id, caller));
        return board(id, caller);
    }

    private void draw(String id, Instant opens, Duration span, List<String> players) {
        var projects = new ArrayList<>(
                boards.of(id).tiles().stream().map(BoardView.Tile::projectId).toList());
        var random = ThreadLocalRandom.current();
        Collections.shuffle(projects, random);
        jdbi.useHandle(h -> {
            var hands = h.prepareBatch(
                    "insert into rehearsal_hand (meeting_id, project_id, player, at) values (:id, :project, :player, :at)");
            for (String project : projects.subList(0, projects.size() - projects.size() / ONE_LEFT_OF)) {
                // Most hands go up at once, the last ones late.
                double moment = Math.pow(random.nextDouble(), 2);
                hands.bind("id", id)
                        .bind("project", project)
                        .bind("player", players.get(random.nextInt(players.size())))
                        .bind("at", opens.plusMillis((long) (span.toMillis() * moment)))
                        .add();
            }
            hands.execute();
        });
    }

    /** Those who are invited, by their names; else invented ones. */
    private List<String> players(String id, Caller caller) {
        var invited = jdbi.withHandle(
                h -> h.createQuery("""
                select o.name from meeting_partner w join partner o on o.id = w.partner_id where w.meeting_id = :id order by o.id
                """).bind("id", id).mapTo(String.class).list());
        if (!invited.isEmpty()) return invited;
        return IntStream.rangeClosed(1, PLAYERS)
                .mapToObj(i -> Words.say(caller.language(), "rehearsal.player", i))
                .toList();
    }

    /** The caller puts up a hand like everybody else: who is first holds it. */
    @Transactional
    BoardView raise(String id, String project, Caller caller) {
        var stage = stage(id, caller);
        var now = time.instant();
        if (round(stage, now).state() != RoundState.OPEN) throw Problem.of(ApiError.WRONG_STATE);
        boolean there =
                boards.of(id).tiles().stream().anyMatch(tile -> tile.projectId().equals(project));
        if (!there) throw Problem.invalid("projectId", "not_found");
        int first = jdbi.withHandle(h -> h.createUpdate("""
                insert into rehearsal_hand (meeting_id, project_id, player, at) values (:id, :project, :player, :now)
                on conflict (meeting_id, project_id) do update set player = excluded.player, at = excluded.at
                    where rehearsal_hand.at > excluded.at
                """)
                .bind("id", id)
                .bind("project", project)
                .bind("player", caller.displayName())
                .bind("now", now)
                .execute());
        if (first == 0) throw Problem.of(ApiError.CLAIM_SLOT_TAKEN);
        return board(id, caller);
    }

    /** The meeting's board as it would look now. */
    BoardView board(String id, Caller caller) {
        var stage = stage(id, caller);
        var now = time.instant();
        var board = boards.of(id);
        var hands = hands(id, now);
        return new BoardView(
                id,
                board.title(),
                board.place(),
                MeetingState.LIVE,
                now,
                round(stage, now),
                board.tiles().stream()
                        .map(tile -> played(tile, hands.get(tile.projectId())))
                        .toList(),
                present(id));
    }

    private static BoardView.Round round(Stage stage, Instant now) {
        var state = now.isBefore(stage.opensAt)
                ? RoundState.SCHEDULED
                : now.isBefore(stage.closesAt) ? RoundState.OPEN : RoundState.CLOSED;
        return new BoardView.Round(state, stage.opensAt, stage.closesAt, 0, true, 0);
    }

    private static BoardView.Tile played(BoardView.Tile tile, @Nullable Hand hand) {
        List<BoardView.Holder> holders =
                hand == null ? List.of() : List.of(new BoardView.Holder(hand.player, hand.player, null));
        return new BoardView.Tile(
                tile.projectId(),
                tile.title(),
                tile.field(),
                ClaimMode.EXCLUSIVE,
                1 - holders.size(),
                holders,
                hand == null ? null : hand.at);
    }

    private Map<String, Hand> hands(String id, Instant now) {
        var hands = new HashMap<String, Hand>();
        jdbi.useHandle(h -> h.createQuery("""
                select g.* from rehearsal_hand g join rehearsal r on r.meeting_id = g.meeting_id
                where g.meeting_id = :id and g.at <= least(:now, r.closes_at)
                """)
                .bind("id", id)
                .bind("now", now)
                .map((rs, ctx) ->
                        hands.put(rs.getString("project_id"), new Hand(rs.getString("player"), instant(rs, "at"))))
                .list());
        return hands;
    }

    private List<BoardView.Present> present(String id) {
        return jdbi.withHandle(h -> h.createQuery("""
                select player, count(*) filter (where at <= :now) as claims from rehearsal_hand where meeting_id = :id
                group by player order by min(at)
                """)
                .bind("id", id)
                .bind("now", time.instant())
                .map((rs, ctx) -> new BoardView.Present(
                        new Identified(rs.getString("player"), rs.getString("player")), true, rs.getInt("claims")))
                .list());
    }

    private Stage stage(String id, Caller caller) {
        requireStaff(store.find(id), caller);
        return jdbi.withHandle(h -> h.createQuery("select opens_at, closes_at from rehearsal where meeting_id = :id")
                        .bind("id", id)
                        .map((rs, ctx) -> new Stage(instant(rs, "opens_at"), instant(rs, "closes_at")))
                        .findOne())
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND));
    }

    private static void requireStaff(Meeting meeting, Caller caller) {
        if (!caller.isStaffOf(meeting.areaCode())) throw Problem.of(ApiError.FORBIDDEN);
    }

    @Transactional
    void end(String id, Caller caller) {
        requireStaff(store.find(id), caller);
        clear(id);
    }

    @Transactional
    void clear(String id) {
        jdbi.useHandle(h -> h.createUpdate("delete from rehearsal where meeting_id = :id")
                .bind("id", id)
                .execute());
    }
}
