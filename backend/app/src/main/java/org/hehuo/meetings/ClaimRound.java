package org.hehuo.meetings;

import static org.hehuo.kernel.sql.Columns.instant;
import static org.hehuo.kernel.sql.Columns.instantOrNull;
import static org.hehuo.kernel.sql.Columns.uuid;
import static org.hehuo.kernel.sql.Columns.word;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.hehuo.kernel.life.Living;
import org.hehuo.kernel.life.Ref;
import org.jspecify.annotations.Nullable;

/**
 * A claim round as its rules see it, at a moment of the database's clock.
 *
 * @param meetingIsLive before that no round opens
 * @param now the moment at which it was read
 */
record ClaimRound(
        UUID id,
        String meeting,
        String areaCode,
        boolean meetingIsLive,
        RoundState state,
        Instant opensAt,
        Instant closesAt,
        @Nullable Instant pausedAt,
        int mostClaims,
        boolean fromAfar,
        int undoSeconds,
        Instant now,
        long version)
        implements Living<RoundState> {
    static final String KIND = "claim_round";

    /** The columns that {@link #read} needs, from {@code claim_round r join meeting m}; takes {@code :shift}. */
    static final String COLUMNS = """
            r.id as round_id, r.meeting_id, m.area_code, m.state = 'live' as meeting_is_live, r.state, r.opens_at, r.closes_at,
            r.paused_at, r.most_claims, r.from_afar, r.undo_seconds, r.version, clock_timestamp() + cast(:shift as interval) as now
            """;

    static ClaimRound read(ResultSet rs) throws SQLException {
        return new ClaimRound(
                uuid(rs, "round_id"),
                rs.getString("meeting_id"),
                rs.getString("area_code"),
                rs.getBoolean("meeting_is_live"),
                word(rs, "state", RoundState.class),
                instant(rs, "opens_at"),
                instant(rs, "closes_at"),
                instantOrNull(rs, "paused_at"),
                rs.getInt("most_claims"),
                rs.getBoolean("from_afar"),
                rs.getInt("undo_seconds"),
                instant(rs, "now"),
                rs.getLong("version"));
    }

    /** What its clock says, though nobody may have written it down yet. */
    RoundState shown() {
        return switch (state) {
            case SCHEDULED -> meetingIsLive && !now.isBefore(opensAt) ? running() : RoundState.SCHEDULED;
            case OPEN -> running();
            case PAUSED, CLOSED -> state;
        };
    }

    /** Begun and not over, though it may stand still. */
    boolean isOn() {
        return shown() == RoundState.OPEN || shown() == RoundState.PAUSED;
    }

    /** Its time has passed, whether or not it ever was open; before the meeting has begun it waits for that. */
    boolean isOver() {
        return switch (state) {
            case SCHEDULED -> meetingIsLive && !now.isBefore(closesAt);
            case OPEN -> !now.isBefore(closesAt);
            case PAUSED -> false;
            case CLOSED -> true;
        };
    }

    private RoundState running() {
        return now.isBefore(closesAt) ? RoundState.OPEN : RoundState.CLOSED;
    }

    @Override
    public Ref ref() {
        return new Ref(KIND, id.toString());
    }

    @Override
    public Object key() {
        return id;
    }

    @Override
    public Ref page() {
        return new Ref(Meeting.KIND, meeting);
    }

    @Override
    public boolean isPublic() {
        return true;
    }
}
