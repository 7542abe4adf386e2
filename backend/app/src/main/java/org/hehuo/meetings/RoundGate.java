package org.hehuo.meetings;

import static org.hehuo.kernel.sql.Columns.instant;
import static org.hehuo.kernel.sql.Columns.instantOrNull;
import static org.hehuo.kernel.sql.Columns.uuidOrNull;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import org.hehuo.claims.ClaimGate;
import org.hehuo.claims.ClaimState;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.sql.Columns;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.WorkCalendars;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Lets the projects of a meeting be claimed in its rounds only, by those who are there, and keeps what every hand got. */
@ApplicationScoped
class RoundGate implements ClaimGate {
    /** The meeting that a project is before, its round that is not closed, and whether the partner is there. */
    private static final String BOUND = "select " + ClaimRound.COLUMNS + """
            , m.starts_at, w.checked_in_at, w.in_hall, m.state = 'planned'
                or not exists (select from claim_round any_round where any_round.meeting_id = m.id) as round_to_come
            from meeting_project p
                join meeting m on m.id = p.meeting_id
                left join claim_round r on r.meeting_id = p.meeting_id and r.state <> 'closed'
                left join meeting_partner w on w.meeting_id = p.meeting_id and w.partner_id = :partner
            where p.project_id = :project and p.unfinished
            """;

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    final Jdbi jdbi;
    final WorkCalendars calendars;
    final Time time;

    RoundGate(Jdbi jdbi, WorkCalendars calendars, Time time) {
        this.jdbi = jdbi;
        this.calendars = calendars;
        this.time = time;
    }

    private record Bound(
            @Nullable ClaimRound round,
            boolean roundToCome,
            Instant startsAt,
            @Nullable Instant arrived,
            boolean inHall) {
        static Bound read(ResultSet rs) throws SQLException {
            return new Bound(
                    uuidOrNull(rs, "round_id") == null ? null : ClaimRound.read(rs),
                    rs.getBoolean("round_to_come"),
                    instant(rs, "starts_at"),
                    instantOrNull(rs, "checked_in_at"),
                    rs.getBoolean("in_hall"));
        }
    }

    @Override
    public Optional<UUID> enter(String project, String partner, Caller caller) {
        var bound = bound(project, partner).orElse(null);
        if (bound == null) return Optional.empty();
        requireBegun(bound, caller);
        var round = bound.round;
        if (round == null || !requireGoingOn(round, caller)) return Optional.empty();
        if (bound.arrived == null) throw RoundAction.refusal(ApiError.CLAIM_NOT_CHECKED_IN, round, caller);
        if (!bound.inHall && !round.fromAfar()) throw RoundAction.refusal(ApiError.CLAIM_NOT_IN_HALL, round, caller);
        return Optional.of(round.id());
    }

    /** Until its round a project is kept, planned or not; what a round has left is free until the next is planned. */
    private void requireBegun(Bound bound, Caller caller) {
        var round = bound.round;
        if (round == null) {
            if (bound.roundToCome)
                throw Problem.of(ApiError.CLAIM_KEPT_FOR_ROUND).saying(moment(bound.startsAt));
        } else if (round.shown() == RoundState.SCHEDULED) {
            throw refusal(ApiError.CLAIM_KEPT_FOR_ROUND, round, round.opensAt(), caller);
        }
    }

    /** Whether it is; by its clock it may be over. */
    private static boolean requireGoingOn(ClaimRound round, Caller caller) {
        if (round.shown() == RoundState.PAUSED) throw RoundAction.refusal(ApiError.CLAIM_ROUND_PAUSED, round, caller);
        return round.shown() == RoundState.OPEN;
    }

    private Problem refusal(ApiError error, ClaimRound round, Instant moment, Caller caller) {
        return RoundAction.refusal(error, round, caller).saying(moment(moment));
    }

    private String moment(Instant moment) {
        return MOMENT.format(moment.atZone(calendars.zone()));
    }

    /** Whoever waited for the project's row may come after the chair has held or closed the round. */
    @Override
    public void claimed(UUID id, Hand hand, UUID claim, ClaimState answer, Caller caller) {
        var round = round(hand.project(), hand.partner()).orElse(null);
        if (round == null || !round.id().equals(id) || !requireGoingOn(round, caller)) return;
        // A place in line is none yet.
        if (answer != ClaimState.WAITLISTED && !counts(id, hand.partner())) {
            throw RoundAction.refusal(ApiError.CLAIM_ROUND_LIMIT_REACHED, round, caller)
                    .saying(String.valueOf(round.mostClaims()));
        }
        write(id, hand, Columns.word(answer), claim, caller);
    }

    @Override
    public boolean mayMoveUp(String project, String partner) {
        return round(project, partner)
                .filter(ClaimRound::isOn)
                .map(round -> {
                    inTurn(round.id());
                    return counts(round.id(), partner);
                })
                .orElse(true);
    }

    /** Whoever changes the tallies of several does so one after the other: each would wait for what another holds. */
    private void inTurn(UUID round) {
        jdbi.useHandle(h -> h.createQuery("select pg_advisory_xact_lock(hashtextextended(:round, 0))")
                .bind("round", round.toString())
                .map((rs, ctx) -> true)
                .one());
    }

    private boolean counts(UUID round, String partner) {
        return jdbi.withHandle(h -> h.createUpdate("""
                insert into round_tally (round_id, partner_id, claims) values (:round, :partner, 1)
                on conflict (round_id, partner_id) do update set claims = round_tally.claims + 1
                    where round_tally.claims < (
                        select case most_claims when 0 then 1000000 else most_claims end from claim_round where id = :round)
                """)
                        .bind("round", round)
                        .bind("partner", partner)
                        .execute())
                == 1;
    }

    @Override
    public void refused(Hand hand, ApiError why, Caller caller) {
        round(hand.project(), hand.partner())
                .filter(round -> round.meetingIsLive() && round.shown() != RoundState.CLOSED)
                .ifPresent(round ->
                        QuarkusTransaction.requiringNew().run(() -> write(round.id(), hand, why.code(), null, caller)));
    }

    private void write(UUID round, Hand hand, String answer, @Nullable UUID claim, Caller caller) {
        jdbi.useHandle(h -> h.createUpdate("""
                insert into claim_attempt (round_id, project_id, partner_id, person_id, proxy, at, answer, claim_id)
                values (:round, :project, :partner, :person, :proxy, clock_timestamp() + cast(:shift as interval), :answer,
                    cast(:claim as uuid))
                """)
                .bind("round", round)
                .bind("project", hand.project())
                .bind("partner", hand.partner())
                .bind("person", caller.personId())
                .bind("proxy", hand.proxy())
                .bind("shift", time.shift().toString())
                .bind("answer", answer)
                .bind("claim", claim)
                .execute());
    }

    @Override
    public boolean undo(UUID claim, Caller caller) {
        jdbi.withHandle(h -> h.createQuery(
                                "select round_id from claim_attempt where claim_id = :claim order by at limit 1")
                        .bind("claim", claim)
                        .mapTo(UUID.class)
                        .findOne())
                .ifPresent(this::inTurn);
        return jdbi.withHandle(h -> h.createUpdate("""
                update round_tally t set claims = t.claims - 1 from claim_attempt a join claim_round r on r.id = a.round_id
                where a.claim_id = :claim and a.person_id = :me and a.answer <> 'waitlisted'
                    and t.round_id = a.round_id and t.partner_id = a.partner_id
                    and a.at + make_interval(secs => r.undo_seconds) > clock_timestamp() + cast(:shift as interval)
                """)
                        .bind("claim", claim)
                        .bind("me", caller.id())
                        .bind("shift", time.shift().toString())
                        .execute())
                == 1;
    }

    @Override
    public void requireOver(String project, Caller caller) {
        round(project, "").filter(ClaimRound::isOn).ifPresent(round -> {
            throw refusal(ApiError.CLAIM_ROUND_IS_ON, round, round.closesAt(), caller);
        });
    }

    @Override
    public void requireUnbound(String project, Caller caller) {
        requireOver(project, caller);
        bound(project, "").ifPresent(bound -> requireBegun(bound, caller));
    }

    private Optional<ClaimRound> round(String project, String partner) {
        return bound(project, partner).map(Bound::round);
    }

    private Optional<Bound> bound(String project, String partner) {
        return jdbi.withHandle(h -> h.createQuery(BOUND)
                .bind("project", project)
                .bind("partner", partner)
                .bind("shift", time.shift().toString())
                .map((rs, ctx) -> Bound.read(rs))
                .findOne());
    }
}
