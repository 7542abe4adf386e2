package org.hehuo.matching;

import static org.hehuo.kernel.sql.Columns.uuid;
import static org.hehuo.kernel.sql.Columns.word;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.hehuo.kernel.life.Living;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.security.Caller;

/**
 * An invitation as its rules see it.
 *
 * @param online whether the partner has people here; staff answer for one that only telephones
 * @param late whether its date has passed
 * @param answerable whether the project is free still, and the partner takes part
 */
record Invitation(
        UUID id,
        InvitationState state,
        String project,
        String areaCode,
        String partner,
        boolean online,
        boolean late,
        boolean answerable,
        long version)
        implements Living<InvitationState> {
    static final String KIND = "invitation";

    /** The columns that {@link #read} needs, from {@code invitation i}. Takes {@code :now}. */
    static final String COLUMNS = """
            i.id, i.state, i.project_id, i.area_code, i.partner_id, i.version, i.due_at < :now as late,
            exists (select from membership m where m.partner_id = i.partner_id) as online,
            exists (select from project p, partner a
                where p.id = i.project_id and p.state = 'open' and a.id = i.partner_id and a.state = 'active') as answerable
            """;

    static Invitation read(ResultSet rs) throws SQLException {
        return new Invitation(
                uuid(rs, "id"),
                word(rs, "state", InvitationState.class),
                rs.getString("project_id"),
                rs.getString("area_code"),
                rs.getString("partner_id"),
                rs.getBoolean("online"),
                rs.getBoolean("late"),
                rs.getBoolean("answerable"),
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
    public Ref page() {
        return new Ref("project", project);
    }

    @Override
    public boolean isPublic() {
        return false;
    }

    boolean isVisibleTo(Caller caller) {
        return isAddressedTo(caller) || caller.isStaffOf(areaCode) || caller.isClock();
    }

    boolean isAddressedTo(Caller caller) {
        return caller.speaksFor(partner);
    }

    /** By staff, in the name of a partner that only telephones. */
    boolean isAnsweredBy(Caller caller) {
        return !online && caller.isStaffOf(areaCode);
    }

    Map<String, ?> eventData() {
        return Map.of("partner", partner);
    }
}
