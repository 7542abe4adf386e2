package org.hehuo.partners;

import static org.hehuo.kernel.life.TableWalk.AREA;
import static org.hehuo.kernel.life.TableWalk.HOLDER;
import static org.hehuo.kernel.life.TableWalk.OWNER;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hehuo.kernel.life.TableWalk;
import org.junit.jupiter.api.Test;

class PartnerTableTest {
    @Test
    void eachStepIsAllowedExactlyWhereItsRowSaysSo() {
        var things = Arrays.stream(PartnerState.values())
                .map(state -> new Partner(HOLDER, state, AREA, LocalDate.of(2026, 11, 26), List.of(OWNER), 0))
                .toList();
        assertTrue(new TableWalk<>(List.of(PartnerAction.values()), things, Map.of()).walk() > 100);
    }
}
