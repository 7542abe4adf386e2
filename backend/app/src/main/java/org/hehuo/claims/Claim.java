package org.hehuo.claims;

import static org.hehuo.kernel.sql.Columns.instantOrNull;
import static org.hehuo.kernel.sql.Columns.uuid;
import static org.hehuo.kernel.sql.Columns.word;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hehuo.kernel.life.Living;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A claim as its rules see it.
 *
 * @param promoted it came from the waiting list
 * @param slotIsFree whether it could be chosen; asked of those only that were submitted
 */
record Claim(
        UUID id,
        String project,
        String partner,
        String areaCode,
        ClaimState state,
        boolean promoted,
        boolean slotIsFree,
        @Nullable Instant confirmedAt,
        @Nullable Instant beginBy,
        @Nullable Instant begunAt,
        @Nullable Instant reportedAt)
        implements Living<ClaimState> {
    static final String KIND = "claim";
    static final String COLUMNS = """
            c.id, c.project_id, c.partner_id, c.area_code, c.state, c.promoted, c.confirmed_at, c.begin_by, c.begun_at,
            c.reported_at,
            case when c.state = 'submitted' then (select p.state = 'open' from project p where p.id = c.project_id)
            end as slot_is_free
            """;
    private static final Duration SECOND_THOUGHTS = Duration.ofHours(24);

    static Claim read(ResultSet rs) throws SQLException {
        return new Claim(
                uuid(rs, "id"),
                rs.getString("project_id"),
                rs.getString("partner_id"),
                rs.getString("area_code"),
                word(rs, "state", ClaimState.class),
                rs.getBoolean("promoted"),
                rs.getBoolean("slot_is_free"),
                instantOrNull(rs, "confirmed_at"),
                instantOrNull(rs, "begin_by"),
                instantOrNull(rs, "begun_at"),
                instantOrNull(rs, "reported_at"));
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
        return new Ref("project", project);
    }

    @Override
    public boolean isPublic() {
        return isPublicIn(state);
    }

    /** Only published projects can be claimed. Who holds one is public; who offers, waits or gave back is for those concerned. */
    @Override
    public boolean isPublicIn(ClaimState state) {
        return switch (state) {
            case CONFIRMED, FULFILLED -> true;
            case SUBMITTED, WAITLISTED, REJECTED, WITHDRAWN, LAPSED -> false;
        };
    }

    boolean isVisibleTo(Caller caller) {
        return isPublic() || caller.speaksFor(partner) || caller.isStaffOf(areaCode);
    }

    /** Staff may propose that it goes to another partner. */
    @Override
    public List<String> besides(Caller caller) {
        boolean holds = state == ClaimState.CONFIRMED && reportedAt == null;
        return holds && caller.isStaffOf(areaCode) ? List.of("reassign") : List.of();
    }

    /** Whether giving it back leaves a mark in the partner's record: not for who was promoted within the last 24 hours. */
    boolean leavesMark(Instant now) {
        if (state != ClaimState.CONFIRMED) return false;
        return !promoted || confirmedAt == null || now.isAfter(confirmedAt.plus(SECOND_THOUGHTS));
    }

    Map<String, ?> eventData(List<String> topics) {
        return Map.of("partner", partner, "topics", topics);
    }
}
