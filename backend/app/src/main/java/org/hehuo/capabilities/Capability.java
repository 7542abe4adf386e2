package org.hehuo.capabilities;

import static org.hehuo.kernel.sql.Columns.uuid;
import static org.hehuo.kernel.sql.Columns.uuids;
import static org.hehuo.kernel.sql.Columns.word;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.hehuo.kernel.life.Living;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Role;

/**
 * A capability as its rules see it.
 *
 * @param owners the people who decide for the partner
 * @param offered whether its partner is among the partners now
 */
record Capability(
        UUID id,
        CapabilityState state,
        String areaCode,
        String partner,
        List<UUID> owners,
        boolean offered,
        long version)
        implements Living<CapabilityState> {
    static final String KIND = "capability";

    /** The columns that {@link #read} needs, from {@code capability k}. */
    static final String COLUMNS = """
            k.id, k.state, k.partner_id, k.version,
            coalesce((select min(a.area_code) from partner_area a where a.partner_id = k.partner_id), '') as area_code,
            array(select m.person_id from membership m where m.partner_id = k.partner_id and m.role = 'owner') as owners,
            exists (select from partner p where p.id = k.partner_id and p.state = 'active') as offered
            """;

    static Capability read(ResultSet rs) throws SQLException {
        return new Capability(
                uuid(rs, "id"),
                word(rs, "state", CapabilityState.class),
                rs.getString("area_code"),
                rs.getString("partner_id"),
                uuids(rs, "owners"),
                rs.getBoolean("offered"),
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

    /** Its steps are told on the partner's page. */
    @Override
    public Ref page() {
        return new Ref("partner", partner);
    }

    @Override
    public boolean isPublic() {
        return isPublicIn(state);
    }

    @Override
    public boolean isPublicIn(CapabilityState state) {
        return offered && state == CapabilityState.ACTIVE;
    }

    /** What rests is known to those who might need it again. */
    boolean isVisibleTo(Caller caller) {
        return isPublic() || caller.speaksFor(partner) || caller.is(Role.ADMIN);
    }

    boolean isManagedBy(Caller caller) {
        return caller.is(Role.ADMIN) || isOwnedBy(caller);
    }

    boolean isOwnedBy(Caller caller) {
        return caller.speaksFor(partner) && owners.stream().anyMatch(caller::isPerson);
    }

    @Override
    public List<String> besides(Caller caller) {
        return state != CapabilityState.RETIRED && isManagedBy(caller) ? List.of("edit") : List.of();
    }
}
