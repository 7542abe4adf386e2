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
import org.hehuo.kernel.life.TableWalk;
import org.hehuo.kernel.text.Identified;
import org.junit.jupiter.api.Test;

class ProjectTableTest {

    @Test
    void eachStepIsAllowedExactlyWhereItsRowSaysSo() {
        var things =
                Arrays.stream(ProjectState.values()).map(s -> project(s, 0)).toList();
        assertTrue(new TableWalk<>(List.of(ProjectAction.values()), things, Map.of()).walk() > 900);
    }

    @Test
    void claimsAreTakenWhileASlotOrAPlaceInLineIsFree() {
        var withRoom = EnumSet.of(ProjectState.OPEN, ProjectState.CLAIMED, ProjectState.IN_PROGRESS);
        for (var state : ProjectState.values()) {
            assertEquals(withRoom.contains(state), project(state, 9).takesClaims(), state.name());
            assertEquals(state == ProjectState.OPEN, project(state, 10).takesClaims(), state.name());
        }
    }

    private static Project project(ProjectState state, int waiting) {
        var holder = new Undertakings.Holder(new Identified(HOLDER, ""), "", Instant.EPOCH);
        return new Project(
                "P-2026-000001", state, AREA, true, 1, 1, waiting, 14, List.of(), List.of(holder), Set.of(HOLDER), 0);
    }
}
