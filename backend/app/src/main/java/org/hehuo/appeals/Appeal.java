package org.hehuo.appeals;

import static org.hehuo.kernel.sql.Columns.uuid;
import static org.hehuo.kernel.sql.Columns.word;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.hehuo.kernel.life.Living;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Role;

/**
 * An appeal as its rules see it.
 *
 * @param against who decided: somebody else decides about the appeal
 */
record Appeal(
        UUID id,
        AppealState state,
        Ref thing,
        Ref page,
        String areaCode,
        Decision decision,
        UUID appellant,
        UUID against,
        long version)
        implements Living<AppealState> {
    static final String KIND = "appeal";

    /** The columns that {@link #read} needs, from {@code appeal a}. */
    static final String COLUMNS = "a.id, a.state, a.thing_kind, a.thing_id, a.page_id, a.area_code, a.decision, "
            + "a.appellant_id, a.against_id, a.version";

    static Appeal read(ResultSet rs) throws SQLException {
        return new Appeal(
                uuid(rs, "id"),
                word(rs, "state", AppealState.class),
                new Ref(rs.getString("thing_kind"), rs.getString("thing_id")),
                new Ref("topic", rs.getString("page_id")),
                rs.getString("area_code"),
                word(rs, "decision", Decision.class),
                uuid(rs, "appellant_id"),
                uuid(rs, "against_id"),
                rs.getLong("version"));
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
    public boolean isPublic() {
        return false;
    }

    @Override
    public boolean hides(UUID person) {
        return appellant.equals(person);
    }

    boolean isVisibleTo(Caller caller) {
        return caller.isPerson(appellant) || caller.isStaffOf(areaCode) || caller.is(Role.ADMIN) || caller.isClock();
    }

    Map<String, ?> eventData() {
        return Map.of("person", appellant.toString());
    }
}
