package org.hehuo.topics;

import static org.hehuo.kernel.life.TableWalk.AREA;
import static org.hehuo.kernel.life.TableWalk.AUTHOR;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.hehuo.kernel.life.TableWalk;
import org.junit.jupiter.api.Test;

class TopicTableTest {
    private static final Map<String, Predicate<Topic>> CONDITIONS = Map.of(
            "within 14 days of the result", Topic::freshlyResolved,
            "nobody else has taken part", topic -> !topic.hasCompany(),
            "not hidden", topic -> topic.visibility() != Visibility.HIDDEN,
            "hidden", topic -> topic.visibility() == Visibility.HIDDEN);

    @Test
    void eachStepIsAllowedExactlyWhereItsRowSaysSo() {
        assertTrue(new TableWalk<>(List.of(TopicAction.values()), things(), CONDITIONS).walk() > 1000);
    }

    private static List<Topic> things() {
        var things = new ArrayList<Topic>();
        for (var state : TopicState.values()) {
            for (var visibility : Visibility.values()) {
                for (boolean yes : new boolean[] {true, false}) {
                    things.add(topic(state, visibility, yes, false));
                    things.add(topic(state, visibility, yes, true));
                }
            }
        }
        return things;
    }

    private static Topic topic(TopicState state, Visibility visibility, boolean hasCompany, boolean fresh) {
        return new Topic(
                "T-2026-000001",
                state,
                visibility,
                Readers.PUBLIC,
                AREA,
                "PWR01",
                AUTHOR,
                true,
                false,
                null,
                null,
                hasCompany,
                fresh,
                0);
    }
}
