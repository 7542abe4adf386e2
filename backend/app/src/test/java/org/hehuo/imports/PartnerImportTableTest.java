package org.hehuo.imports;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hehuo.kernel.life.TableWalk;
import org.junit.jupiter.api.Test;

class PartnerImportTableTest {
    @Test
    void eachStepIsAllowedExactlyWhereItsRowSaysSo() {
        var things = Arrays.stream(PartnerImportState.values())
                .map(state -> new PartnerImport(new UUID(0, 7), state, "", 0))
                .toList();
        assertTrue(new TableWalk<>(List.of(PartnerImportAction.values()), things, Map.of()).walk() > 20);
    }
}
