package org.hehuo.applications;

import static org.hehuo.kernel.sql.Columns.uuid;
import static org.hehuo.kernel.sql.Columns.uuidOrNull;
import static org.hehuo.kernel.sql.Columns.word;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hehuo.kernel.life.Living;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Role;
import org.jspecify.annotations.Nullable;

/**
 * An application as its rules see it.
 *
 * @param decidedBy who rejected it
 * @param appealed the applicant has asked for another's decision
 */
record PartnerApplication(
        UUID id,
        PartnerApplicationState state,
        String areaCode,
        UUID applicant,
        @Nullable UUID decidedBy,
        boolean appealed,
        long version)
        implements Living<PartnerApplicationState> {
    static final String KIND = "partner_application";

    /** The columns that {@link #read} needs, from {@code partner_application a}. */
    static final String COLUMNS =
            "a.id, a.state, a.area_code, a.applicant_id, a.decided_by, a.appealed_at is not null as appealed, a.version";

    static PartnerApplication read(ResultSet rs) throws SQLException {
        return new PartnerApplication(
                uuid(rs, "id"),
                word(rs, "state", PartnerApplicationState.class),
                rs.getString("area_code"),
                uuid(rs, "applicant_id"),
                uuidOrNull(rs, "decided_by"),
                rs.getBoolean("appealed"),
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

    boolean isVisibleTo(Caller caller) {
        return caller.isPerson(applicant) || caller.is(Role.ADMIN);
    }

    @Override
    public List<String> besides(Caller caller) {
        return caller.is(Role.ADMIN) && !caller.isPerson(applicant) ? List.of("reveal-contact") : List.of();
    }

    Map<String, ?> eventData() {
        return Map.of("person", applicant.toString());
    }
}
