package org.hehuo.calls;

import static org.hehuo.kernel.life.TableWalk.AREA;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hehuo.kernel.life.TableWalk;
import org.junit.jupiter.api.Test;

class CallTableTest {
    @Test
    void eachStepIsAllowedExactlyWhereItsRowSaysSo() {
        var things = Arrays.stream(CallState.values())
                .map(state -> new Call("C-2026-0001", state, AREA, null, 0))
                .toList();
        assertTrue(new TableWalk<>(List.of(CallAction.values()), things, Map.of()).walk() > 100);
    }
}
