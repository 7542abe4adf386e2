package org.hehuo.claims;

import static org.hehuo.kernel.life.TableWalk.AREA;
import static org.hehuo.kernel.life.TableWalk.HOLDER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hehuo.kernel.life.TableWalk;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClaimTableTest {
    private static final Instant CONFIRMED_AT = Instant.parse("2026-03-02T01:00:00Z");
    private static final Map<String, Predicate<Claim>> CONDITIONS = Map.of(
            "a slot is free", Claim::slotIsFree,
            "not begun", claim -> claim.begunAt() == null,
            "not reported as done", claim -> claim.reportedAt() == null);

    @Test
    void eachStepIsAllowedExactlyWhereItsRowSaysSo() {
        var things = Arrays.stream(ClaimState.values())
                .flatMap(state -> Stream.of(
                        claim(state, false, null, null),
                        claim(state, true, null, null),
                        claim(state, false, CONFIRMED_AT, null),
                        claim(state, false, CONFIRMED_AT, CONFIRMED_AT)))
                .toList();
        assertTrue(new TableWalk<>(List.of(ClaimAction.values()), things, CONDITIONS).walk() > 1000);
    }

    @Test
    void whoMovedUpMayGiveBackWithinADayWithoutAMark() {
        var promoted = claim(ClaimState.CONFIRMED, true, null, null);
        assertEquals(false, promoted.leavesMark(CONFIRMED_AT.plus(Duration.ofHours(24))));
        assertEquals(
                true,
                promoted.leavesMark(CONFIRMED_AT.plus(Duration.ofHours(24)).plusMillis(1)));
        assertEquals(true, claim(ClaimState.CONFIRMED, false, null, null).leavesMark(CONFIRMED_AT));
        assertEquals(false, claim(ClaimState.WAITLISTED, false, null, null).leavesMark(CONFIRMED_AT));
    }

    private static Claim claim(
            ClaimState state, boolean promoted, @Nullable Instant begunAt, @Nullable Instant reportedAt) {
        return new Claim(
                new UUID(0, 7),
                "P-2026-000001",
                HOLDER,
                AREA,
                state,
                promoted,
                !promoted,
                CONFIRMED_AT,
                null,
                begunAt,
                reportedAt);
    }
}
