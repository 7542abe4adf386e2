package org.hehuo.moderation;

import static org.hehuo.kernel.life.TableWalk.ADMIN;
import static org.hehuo.kernel.life.TableWalk.AREA;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.life.TableWalk;
import org.junit.jupiter.api.Test;

class ReportTableTest {
    private static final UUID SOMEBODY = new UUID(0, 4);
    private static final Map<String, Predicate<Report>> CONDITIONS =
            Map.of("by somebody else than the author", report -> report.author().equals(SOMEBODY));

    @Test
    void eachStepIsAllowedExactlyWhereItsRowSaysSo() {
        var things = Arrays.stream(ReportState.values())
                .map(state -> report(state, SOMEBODY))
                .toList();
        assertTrue(new TableWalk<>(List.of(ReportAction.values()), things, CONDITIONS).walk() > 100);
    }

    @Test
    void nobodySaysOfAnOwnPostThatThereIsNothingInIt() {
        assertFalse(ReportAction.DISMISS.allows(report(ReportState.SUBMITTED, ADMIN), TableWalk.admin()));
    }

    private static Report report(ReportState state, UUID author) {
        return new Report(
                new UUID(0, 7),
                state,
                new Ref("topic", "T-2026-000001"),
                "T-2026-000001",
                AREA,
                author,
                new UUID(0, 8),
                Cause.ABUSE,
                0);
    }
}
