package org.hehuo.matching;

import static org.hehuo.kernel.life.TableWalk.AREA;
import static org.hehuo.kernel.life.TableWalk.HOLDER;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hehuo.kernel.life.TableWalk;
import org.junit.jupiter.api.Test;

class InvitationTableTest {
    @Test
    void eachStepIsAllowedExactlyWhereItsRowSaysSo() {
        var things = Arrays.stream(InvitationState.values())
                .flatMap(state -> Stream.of(invitation(state, true), invitation(state, false)))
                .toList();
        var walk = new TableWalk<>(
                List.of(InvitationAction.values()), things, Map.of("until its date", thing -> !thing.late()));
        assertTrue(walk.walk() > 500);
    }

    private static Invitation invitation(InvitationState state, boolean late) {
        return new Invitation(new UUID(0, 7), state, "P-2026-000001", AREA, HOLDER, true, late, true, 0);
    }
}
