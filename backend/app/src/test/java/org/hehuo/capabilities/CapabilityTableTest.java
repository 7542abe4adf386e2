package org.hehuo.capabilities;

import static org.hehuo.kernel.life.TableWalk.AREA;
import static org.hehuo.kernel.life.TableWalk.HOLDER;
import static org.hehuo.kernel.life.TableWalk.OWNER;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hehuo.kernel.life.TableWalk;
import org.junit.jupiter.api.Test;

class CapabilityTableTest {
    @Test
    void eachStepIsAllowedExactlyWhereItsRowSaysSo() {
        var things = Arrays.stream(CapabilityState.values())
                .map(state -> new Capability(new UUID(0, 7), state, AREA, HOLDER, List.of(OWNER), true, 0))
                .toList();
        assertTrue(new TableWalk<>(List.of(CapabilityAction.values()), things, Map.of()).walk() > 100);
    }
}
