package org.hehuo.meetings;

import static org.hehuo.kernel.life.TableWalk.AREA;
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
import org.junit.jupiter.api.Test;

class MeetingTableTest {
    private static final Instant NOW = Instant.parse("2026-03-02T06:00:00Z");
    private static final Duration SOON = Duration.ofMinutes(10);
    private static final Map<String, Predicate<ClaimRound>> CONDITIONS = Map.of(
            "the meeting is live",
            ClaimRound::meetingIsLive,
            "its time is not over",
            round -> round.shown() != RoundState.CLOSED);

    @Test
    void eachStepOfAMeetingIsAllowedExactlyWhereItsRowSaysSo() {
        var things = Arrays.stream(MeetingState.values())
                .map(state -> new Meeting("M-2026-000001", state, AREA, NOW, 0))
                .toList();
        assertTrue(new TableWalk<>(List.of(MeetingAction.values()), things, Map.of()).walk() > 200);
    }

    @Test
    void eachStepOfARoundIsAllowedExactlyWhereItsRowSaysSo() {
        var things = Arrays.stream(RoundState.values())
                .flatMap(state -> Stream.of(
                        round(state, true, NOW.plus(SOON)),
                        round(state, false, NOW.plus(SOON)),
                        round(state, true, NOW.minus(SOON)),
                        round(state, true, NOW.minus(SOON.multipliedBy(3)))))
                .toList();
        assertTrue(new TableWalk<>(List.of(RoundAction.values()), things, CONDITIONS).walk() > 900);
    }

    @Test
    void aRoundIsWhatItsClockSays() {
        assertEquals(
                RoundState.SCHEDULED,
                round(RoundState.SCHEDULED, true, NOW.plusNanos(1000)).shown());
        assertEquals(RoundState.OPEN, round(RoundState.SCHEDULED, true, NOW).shown());
        assertEquals(
                RoundState.SCHEDULED, round(RoundState.SCHEDULED, false, NOW).shown());
        var over = NOW.minus(SOON.multipliedBy(2));
        assertEquals(RoundState.CLOSED, round(RoundState.OPEN, true, over).shown());
        assertEquals(
                RoundState.OPEN,
                round(RoundState.OPEN, true, over.plusNanos(1000)).shown());
        assertEquals(RoundState.PAUSED, round(RoundState.PAUSED, true, over).shown());
    }

    /** Of twenty minutes. */
    private static ClaimRound round(RoundState state, boolean live, Instant opens) {
        return new ClaimRound(
                new UUID(0, 7),
                "M-2026-000001",
                AREA,
                live,
                state,
                opens,
                opens.plus(SOON.multipliedBy(2)),
                NOW,
                0,
                true,
                0,
                NOW,
                0);
    }
}
