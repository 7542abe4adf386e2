package org.hehuo.applications;

import static org.hehuo.kernel.life.TableWalk.ADMIN;
import static org.hehuo.kernel.life.TableWalk.AREA;
import static org.hehuo.kernel.life.TableWalk.AUTHOR;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hehuo.kernel.life.TableWalk;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PartnerApplicationTableTest {
    private static final Map<String, Predicate<PartnerApplication>> CONDITIONS = Map.of(
            "by somebody else than who applied or rejected it", application -> !ADMIN.equals(application.decidedBy()),
            "once", application -> !application.appealed());

    @Test
    void eachStepIsAllowedExactlyWhereItsRowSaysSo() {
        var things = Arrays.stream(PartnerApplicationState.values())
                .flatMap(state -> Stream.of(
                        application(state, null, false),
                        application(state, ADMIN, false),
                        application(state, ADMIN, true),
                        application(state, new UUID(0, 4), true)))
                .toList();
        assertTrue(new TableWalk<>(List.of(PartnerApplicationAction.values()), things, CONDITIONS).walk() > 1000);
    }

    private static PartnerApplication application(
            PartnerApplicationState state, @Nullable UUID decidedBy, boolean appealed) {
        return new PartnerApplication(new UUID(0, 7), state, AREA, AUTHOR, decidedBy, appealed, 0);
    }
}
