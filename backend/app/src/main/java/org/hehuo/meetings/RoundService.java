package org.hehuo.meetings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hehuo.claims.ClaimSteps;
import org.hehuo.kernel.life.Lifecycle;
import org.hehuo.kernel.life.Timeline;
import org.hehuo.kernel.outbox.Outbox;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The chair plans a round, and opens, holds, prolongs and closes it; else its clock does. */
@ApplicationScoped
public class RoundService {
    private static final Duration LONGEST = Duration.ofHours(12);

    final Jdbi jdbi;
    final MeetingStore store;
    final ClaimSteps claims;
    final Lifecycle lifecycle;
    final Timeline timeline;
    final Outbox outbox;
    final Time time;

    RoundService(
            Jdbi jdbi,
            MeetingStore store,
            ClaimSteps claims,
            Lifecycle lifecycle,
            Timeline timeline,
            Outbox outbox,
            Time time) {
        this.jdbi = jdbi;
        this.store = store;
        this.claims = claims;
        this.lifecycle = lifecycle;
        this.timeline = timeline;
        this.outbox = outbox;
        this.time = time;
    }

    @Transactional
    public RoundView plan(String meetingId, RoundInput.NewRound round, Caller caller) {
        var meeting = store.lock(meetingId);
        if (!caller.isStaffOf(meeting.areaCode())) throw Problem.of(ApiError.FORBIDDEN);
        if (!meeting.isUnfinished()) throw MeetingAction.refusal(ApiError.WRONG_STATE, meeting, caller);
        requireSpan(round.opensAt(), round.closesAt());
        UUID id = jdbi.withHandle(h -> h.createQuery("""
                insert into claim_round (meeting_id, state, opens_at, closes_at, most_claims, from_afar, undo_seconds,
                    created_at, updated_at)
                values (:meeting, 'scheduled', :opens, :closes, :most, :fromAfar, :undo, :now, :now)
                returning id
                """)
                .bind("meeting", meetingId)
                .bind("opens", round.opensAt())
                .bind("closes", round.closesAt())
                .bind("most", Objects.requireNonNullElse(round.mostClaims(), 0))
                .bind("fromAfar", !Boolean.FALSE.equals(round.fromAfar()))
                .bind("undo", Objects.requireNonNullElse(round.undoSeconds(), 0))
                .bind("now", time.instant())
                .mapTo(UUID.class)
                .one());
        var made = store.lockRound(meetingId, id);
        timeline.record(made, "plan", null, made.state(), caller, null);
        outbox.emit("planned", made, caller, Map.of());
        return RoundView.of(made, caller);
    }

    private static void requireSpan(Instant opens, Instant closes) {
        if (!opens.isBefore(closes)) throw Problem.invalid("closesAt", "before");
        if (Duration.between(opens, closes).compareTo(LONGEST) > 0) throw Problem.invalid("closesAt", "far");
    }

    /** From now on, whatever was planned. */
    @Transactional
    RoundView open(String meeting, UUID id, @Nullable Instant closesAt, Caller caller) {
        var round = settled(meeting, id);
        var planned = Duration.between(round.opensAt(), round.closesAt());
        var closes = Objects.requireNonNullElseGet(closesAt, () -> round.now().plus(planned));
        requireSpan(round.now(), closes);
        lifecycle.apply(round, RoundAction.OPEN_NOW, caller, null);
        span(id, round.now(), closes);
        return view(meeting, id, caller);
    }

    @Transactional
    RoundView pause(String meeting, UUID id, Caller caller) {
        var round = settled(meeting, id);
        RoundAction.PAUSE.check(round, caller);
        paused(id, round.now());
        lifecycle.apply(round, RoundAction.PAUSE, caller, null);
        return view(meeting, id, caller);
    }

    /** The time for which it stood still is added at its end. */
    @Transactional
    RoundView resume(String meeting, UUID id, Caller caller) {
        var round = settled(meeting, id);
        lifecycle.apply(round, RoundAction.RESUME, caller, null);
        var still = Duration.between(Objects.requireNonNull(round.pausedAt()), round.now());
        span(id, round.opensAt(), round.closesAt().plus(still));
        paused(id, null);
        return view(meeting, id, caller);
    }

    @Transactional
    RoundView extend(String meeting, UUID id, Instant closesAt, Caller caller) {
        var round = settled(meeting, id);
        // While it stands still so does its clock.
        if (!closesAt.isAfter(Objects.requireNonNullElse(round.pausedAt(), round.now()))) {
            throw Problem.invalid("closesAt", "past");
        }
        requireSpan(round.opensAt(), closesAt);
        lifecycle.apply(round, RoundAction.EXTEND, caller, null);
        span(id, round.opensAt(), closesAt);
        return view(meeting, id, caller);
    }

    @Transactional
    RoundView close(String meeting, UUID id, Caller caller) {
        close(meeting, settled(meeting, id), caller);
        return view(meeting, id, caller);
    }

    /** Writes down what its clock says; does nothing if somebody was quicker. */
    @Transactional
    void tick(String meeting, UUID id) {
        settled(meeting, id);
    }

    /** A round whose hour came before the meeting began keeps its length, and its distance to the beginning as it was planned. */
    void putOff(String meeting, Instant planned) {
        jdbi.useHandle(h -> h.createUpdate("""
                update claim_round r set opens_at = later.opens_at, closes_at = later.opens_at + (r.closes_at - r.opens_at)
                from (
                    select id, greatest(n.now, opens_at + (n.now - greatest(created_at, cast(:planned as timestamptz)))) as opens_at
                    from claim_round, (select cast(:now as timestamptz) as now) n
                    where meeting_id = :meeting and state = 'scheduled' and opens_at < n.now) later
                where r.id = later.id
                """)
                .bind("meeting", meeting)
                .bind("planned", planned)
                .bind("now", time.instant())
                .execute());
    }

    /** With the meeting the round goes to another hour. */
    void move(String meeting, Instant from, Instant to) {
        jdbi.useHandle(h -> h.createUpdate("""
                update claim_round set opens_at = opens_at + cast(:later as interval), closes_at = closes_at + cast(:later as interval)
                where meeting_id = :meeting and state = 'scheduled'
                """)
                .bind("meeting", meeting)
                .bind("later", Duration.between(from, to).toString())
                .execute());
    }

    /** With the meeting its rounds are over. */
    void closeAll(String meeting) {
        for (var round : store.rounds(meeting)) {
            if (round.state() == RoundState.CLOSED) continue;
            close(meeting, store.lockRound(meeting, round.id()), Caller.CLOCK);
        }
    }

    /** Who waited in line and had as many as the round allowed is held back no more. */
    private void close(String meeting, ClaimRound round, Caller caller) {
        lifecycle.apply(round, RoundAction.CLOSE, caller, null);
        store.openWithALine(meeting).forEach(claims::moveUp);
    }

    /** The round as it is now, held until the transaction ends, with what its clock says written down. */
    private ClaimRound settled(String meeting, UUID id) {
        store.lock(meeting);
        var round = store.lockRound(meeting, id);
        if (round.state() == RoundState.SCHEDULED && round.shown() == RoundState.OPEN) {
            lifecycle.apply(round, RoundAction.OPEN_NOW, Caller.CLOCK, null);
            return store.lockRound(meeting, id);
        }
        if (round.isOver() && round.state() != RoundState.CLOSED) {
            close(meeting, round, Caller.CLOCK);
            return store.lockRound(meeting, id);
        }
        return round;
    }

    private void span(UUID id, Instant opens, Instant closes) {
        jdbi.useHandle(
                h -> h.createUpdate("update claim_round set opens_at = :opens, closes_at = :closes where id = :id")
                        .bind("opens", opens)
                        .bind("closes", closes)
                        .bind("id", id)
                        .execute());
    }

    private void paused(UUID id, @Nullable Instant at) {
        jdbi.useHandle(h -> h.createUpdate("update claim_round set paused_at = :at where id = :id")
                .bind("at", at)
                .bind("id", id)
                .execute());
    }

    private RoundView view(String meeting, UUID id, Caller caller) {
        return RoundView.of(store.lockRound(meeting, id), caller);
    }
}
