package org.hehuo.meetings;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hehuo.kernel.live.Message;
import org.hehuo.kernel.live.Watchers;
import org.hehuo.kernel.outbox.LiveEvents;
import org.hehuo.kernel.time.Soon;

/**
 * The big screen live: when something happens to a meeting or its projects, its board is drawn once on each instance, and what
 * has changed is sent to all who watch there. Whoever comes back gets the board whole and needs no catching up.
 */
@ApplicationScoped
class MeetingLive {
    final Boards boards;
    final LiveEvents events;
    private final Watchers<String, Message> watchers = new Watchers<>();
    private final Map<String, Screen> screens = new ConcurrentHashMap<>();

    MeetingLive(Boards boards, LiveEvents events) {
        this.boards = boards;
        this.events = events;
    }

    Multi<Message> of(String meeting) {
        var board = boards.of(meeting);
        return watchers.watch(meeting, () -> {
            screens.computeIfAbsent(meeting, id -> new Screen(id, board));
            return List.of(whole(boards.of(meeting)));
        });
    }

    private static Message whole(BoardView board) {
        return new Message("board", null, board);
    }

    /** What those who watch on this instance have before them. */
    private final class Screen {
        private final String meeting;
        private final Cancellable heard;
        private BoardView shown;

        Screen(String meeting, BoardView shown) {
            this.meeting = meeting;
            this.shown = shown;
            var drawing = new Soon("board of " + meeting, this::draw);
            heard = events.of(meeting, null).subscribe().with(happening -> drawing.ask());
        }

        private void draw() {
            if (!watchers.watched().contains(meeting)) {
                screens.remove(meeting);
                heard.cancel();
                return;
            }
            var board = boards.of(meeting);
            // A claim happens to the claim and to its project: the screen turns once.
            if (board.looksLike(shown)) return;
            var news = board.hasTilesOf(shown) ? new Message("changed", null, board.since(shown)) : whole(board);
            shown = board;
            watchers.tell(meeting, news);
        }
    }
}
