package org.hehuo.projects;

import static org.hehuo.kernel.life.TableWalk.AREA;
import static org.hehuo.kernel.life.TableWalk.HOLDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hehuo.kernel.life.TableWalk;
import org.hehuo.kernel.text.Identified;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProjectTableTest {

    @Test
    void eachStepIsAllowedExactlyWhereItsRowSaysSo() {
        var things = Arrays.stream(ProjectState.values())
                .flatMap(s -> Stream.of(project(s, 0), project(s, ClaimPolicy.REVIEWED, 0, Instant.EPOCH)))
                .toList();
        Map<String, Predicate<Project>> conditions =
                Map.of("not begun by the partner", p -> p.holders().getFirst().begunAt() == null);
        assertTrue(new TableWalk<>(List.of(ProjectAction.values()), things, conditions).walk() > 1800);
    }

    @Test
    void claimsAreTakenWhileASlotOrAPlaceInLineIsFree() {
        var withRoom = EnumSet.of(ProjectState.OPEN, ProjectState.CLAIMED, ProjectState.IN_PROGRESS);
        for (var state : ProjectState.values()) {
            assertEquals(withRoom.contains(state), project(state, 9).takesClaims(), state.name());
            assertEquals(state == ProjectState.OPEN, project(state, 10).takesClaims(), state.name());
            var reviewed = project(state, ClaimPolicy.REVIEWED, 0, null);
            assertEquals(state == ProjectState.OPEN, reviewed.takesClaims(), state.name());
        }
    }

    private static Project project(ProjectState state, int waiting) {
        return project(state, ClaimPolicy.FIRST_COME, waiting, null);
    }

    private static Project project(ProjectState state, ClaimPolicy policy, int waiting, @Nullable Instant begunAt) {
        var holder = new Undertakings.Holder(new Identified(HOLDER, ""), "", Instant.EPOCH, begunAt, null);
        return new Project(
                "P-2026-000001",
                state,
                AREA,
                true,
                ClaimMode.EXCLUSIVE,
                policy,
                null,
                1,
                1,
                waiting,
                14,
                List.of(),
                List.of(holder),
                Set.of(HOLDER),
                Set.of(),
                0);
    }
}
