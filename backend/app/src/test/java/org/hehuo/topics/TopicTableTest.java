package org.hehuo.topics;

import static org.hehuo.kernel.life.TableWalk.AREA;
import static org.hehuo.kernel.life.TableWalk.AUTHOR;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.hehuo.appeals.Decision;
import org.hehuo.kernel.life.TableWalk;
import org.junit.jupiter.api.Test;

class TopicTableTest {
    private static final int WAYS = 6;

    private static final Map<String, Predicate<Topic>> CONDITIONS = Map.of(
            "within 14 days of the result",
            Topic::freshlyResolved,
            "nobody else has taken part",
            topic -> !topic.hasCompany(),
            "a promise is broken",
            Topic::overdue,
            "the district has not decided where it belongs",
            topic -> true,
            "another area passed it on",
            topic -> "370203019002".equals(topic.cameFrom()),
            "declined or hidden, and not appealed against yet",
            topic -> topic.mayAppeal() == Decision.HIDE,
            "not hidden, or only held",
            topic -> topic.visibility() != Visibility.HIDDEN || topic.held(),
            "hidden, and not the caller's own",
            topic -> topic.visibility() == Visibility.HIDDEN);

    @Test
    void eachStepIsAllowedExactlyWhereItsRowSaysSo() {
        assertTrue(new TableWalk<>(List.of(TopicAction.values()), things(), CONDITIONS).walk() > 1000);
    }

    private static List<Topic> things() {
        var things = new ArrayList<Topic>();
        for (var state : TopicState.values()) {
            for (var visibility : Visibility.values()) {
                for (int way = 0; way < 1 << WAYS; way++) things.add(topic(state, visibility, way));
            }
        }
        return things;
    }

    /** @param way each bit is one of the things that a condition asks about */
    private static Topic topic(TopicState state, Visibility visibility, int way) {
        boolean passedOn = (way & 8) > 0;
        boolean decided = (way & 16) > 0;
        return new Topic(
                "T-2026-000001",
                state,
                visibility,
                visibility == Visibility.HIDDEN && (way & 32) > 0,
                false,
                Readers.PUBLIC,
                AREA,
                "PWR01",
                AUTHOR,
                true,
                false,
                null,
                null,
                (way & 4) > 0,
                TopicState.ACCEPTED,
                3,
                null,
                null,
                false,
                null,
                passedOn ? "370203019002" : null,
                passedOn ? 1 : 0,
                null,
                null,
                decided ? Decision.HIDE : null,
                decided ? AUTHOR : null,
                List.of(),
                (way & 1) > 0,
                (way & 2) > 0,
                0);
    }
}
