package org.hehuo.moderation;

import static org.hehuo.kernel.sql.Columns.uuid;
import static org.hehuo.kernel.sql.Columns.uuidOrNull;
import static org.hehuo.kernel.sql.Columns.word;
import static org.hehuo.kernel.sql.Columns.wordOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.hehuo.kernel.life.Living;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Role;
import org.jspecify.annotations.Nullable;

/**
 * A report as its rules see it.
 *
 * @param topic on whose page the post stands
 * @param author of the post
 * @param reporter absent where the product holds the post because of watched words
 * @param cause absent like the reporter
 */
record Report(
        UUID id,
        ReportState state,
        Ref thing,
        String topic,
        String areaCode,
        UUID author,
        @Nullable UUID reporter,
        @Nullable Cause cause,
        long version)
        implements Living<ReportState> {
    static final String KIND = "report";

    /** The columns that {@link #read} needs, from {@code report r}. */
    static final String COLUMNS = "r.id, r.state, r.thing_kind, r.thing_id, r.page_id, r.area_code, r.author_id, "
            + "r.reporter_id, r.cause, r.version";

    static Report read(ResultSet rs) throws SQLException {
        return new Report(
                uuid(rs, "id"),
                word(rs, "state", ReportState.class),
                new Ref(rs.getString("thing_kind"), rs.getString("thing_id")),
                rs.getString("page_id"),
                rs.getString("area_code"),
                uuid(rs, "author_id"),
                uuidOrNull(rs, "reporter_id"),
                wordOrNull(rs, "cause", Cause.class),
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

    /** Nobody learns who reported. */
    @Override
    public boolean hides(UUID person) {
        return person.equals(reporter);
    }

    boolean isVisibleTo(Caller caller) {
        return caller.isPerson(reporter) || isDecidedBy(caller);
    }

    /** Who may decide reads what was said; whoever reported it has read it. */
    boolean isDecidedBy(Caller caller) {
        return caller.isStaffOf(areaCode) || caller.is(Role.ADMIN);
    }

    /** Whoever reported hears of the answer. */
    Map<String, ?> eventData() {
        return reporter == null ? Map.of() : Map.of("person", reporter.toString());
    }
}
