package org.hehuo.reassignments;

import static org.hehuo.kernel.life.TableWalk.AREA;
import static org.hehuo.kernel.life.TableWalk.HOLDER;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hehuo.kernel.life.TableWalk;
import org.junit.jupiter.api.Test;

class ReassignmentTableTest {
    private static final Map<String, Predicate<Reassignment>> CONDITIONS =
            Map.of("not agreed yet, and the claim holds", Reassignment::claimHolds);

    @Test
    void eachStepIsAllowedExactlyWhereItsRowSaysSo() {
        var things = Arrays.stream(ReassignmentState.values())
                .flatMap(state -> Stream.of(reassignment(state, true), reassignment(state, false)))
                .toList();
        assertTrue(new TableWalk<>(List.of(ReassignmentAction.values()), things, CONDITIONS).walk() > 600);
    }

    private static Reassignment reassignment(ReassignmentState state, boolean claimHolds) {
        return new Reassignment(
                new UUID(0, 7),
                state,
                new UUID(0, 8),
                "P-2026-000001",
                AREA,
                new Reassignment.Side(HOLDER, false, true),
                new Reassignment.Side("HH-0002", false, true),
                claimHolds,
                0);
    }
}
