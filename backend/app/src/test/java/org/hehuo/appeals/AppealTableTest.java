package org.hehuo.appeals;

import static org.hehuo.kernel.life.TableWalk.ADMIN;
import static org.hehuo.kernel.life.TableWalk.AREA;
import static org.hehuo.kernel.life.TableWalk.AUTHOR;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.life.TableWalk;
import org.junit.jupiter.api.Test;

class AppealTableTest {
    private static final UUID SOMEBODY = new UUID(0, 4);
    private static final Map<String, Predicate<Appeal>> CONDITIONS = Map.of(
            "by somebody else than who decided or appeals",
            appeal -> appeal.against().equals(SOMEBODY) && appeal.appellant().equals(AUTHOR));

    @Test
    void eachStepIsAllowedExactlyWhereItsRowSaysSo() {
        var things = Arrays.stream(AppealState.values())
                .map(state -> appeal(state, AUTHOR, SOMEBODY))
                .toList();
        assertTrue(new TableWalk<>(List.of(AppealAction.values()), things, CONDITIONS).walk() > 100);
    }

    @Test
    void nobodyDecidesAboutAnOwnDecisionOrAnOwnAppeal() {
        Stream.of(appeal(AppealState.SUBMITTED, AUTHOR, ADMIN), appeal(AppealState.SUBMITTED, ADMIN, SOMEBODY))
                .forEach(appeal -> Arrays.stream(AppealAction.values())
                        .forEach(action -> assertFalse(action.allows(appeal, TableWalk.admin()))));
    }

    private static Appeal appeal(AppealState state, UUID appellant, UUID against) {
        return new Appeal(
                new UUID(0, 7),
                state,
                new Ref("topic", "T-2026-000001"),
                new Ref("topic", "T-2026-000001"),
                AREA,
                Decision.DECLINE,
                appellant,
                against,
                0);
    }
}
