package org.hehuo.meetings;

import static org.hehuo.kernel.sql.Columns.instant;
import static org.hehuo.kernel.sql.Columns.word;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hehuo.kernel.life.Living;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.security.Caller;

/** A joint meeting as its rules see it. Everybody may know of it and watch. */
record Meeting(String id, MeetingState state, String areaCode, Instant startsAt, long version)
        implements Living<MeetingState> {
    static final String KIND = "meeting";

    /** The columns that {@link #read} needs, from {@code meeting m}. */
    static final String COLUMNS = "m.id, m.state, m.area_code, m.starts_at, m.version";

    static Meeting read(ResultSet rs) throws SQLException {
        return new Meeting(
                rs.getString("id"),
                word(rs, "state", MeetingState.class),
                rs.getString("area_code"),
                instant(rs, "starts_at"),
                rs.getLong("version"));
    }

    @Override
    public Ref ref() {
        return new Ref(KIND, id);
    }

    @Override
    public boolean isPublic() {
        return true;
    }

    boolean isUnfinished() {
        return state == MeetingState.PLANNED || state == MeetingState.LIVE;
    }

    @Override
    public List<String> besides(Caller caller) {
        boolean prepares = isUnfinished() && caller.isStaffOf(areaCode);
        boolean arrives = isUnfinished() && (prepares || !caller.partners().isEmpty());
        return prepares ? List.of("edit", "plan-round", "check-in") : arrives ? List.of("check-in") : List.of();
    }

    /** Who is invited is told of it. */
    Map<String, ?> eventData(List<String> partners) {
        return Map.of("partners", partners);
    }
}
