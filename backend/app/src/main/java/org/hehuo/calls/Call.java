package org.hehuo.calls;

import static org.hehuo.kernel.sql.Columns.dateOrNull;
import static org.hehuo.kernel.sql.Columns.word;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.hehuo.kernel.life.Living;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Role;
import org.jspecify.annotations.Nullable;

/** A call as its rules see it. */
record Call(
        String id,
        CallState state,
        String areaCode,
        @Nullable LocalDate closesOn,
        long version) implements Living<CallState> {
    static final String KIND = "call";

    /** The columns that {@link #read} needs, from {@code call c}. */
    static final String COLUMNS = "c.id, c.state, c.area_code, c.closes_on, c.version";

    static Call read(ResultSet rs) throws SQLException {
        return new Call(
                rs.getString("id"),
                word(rs, "state", CallState.class),
                rs.getString("area_code"),
                dateOrNull(rs, "closes_on"),
                rs.getLong("version"));
    }

    @Override
    public Ref ref() {
        return new Ref(KIND, id);
    }

    @Override
    public boolean isPublic() {
        return isPublicIn(state);
    }

    @Override
    public boolean isPublicIn(CallState state) {
        return state != CallState.DRAFT;
    }

    boolean isVisibleTo(Caller caller) {
        return isPublic() || caller.is(Role.ADMIN);
    }

    @Override
    public List<String> besides(Caller caller) {
        if (caller.is(Role.ADMIN) && isEditable()) return List.of("edit");
        return state == CallState.PUBLISHED ? List.of("apply") : List.of();
    }

    boolean isEditable() {
        return state != CallState.CLOSED;
    }
}
