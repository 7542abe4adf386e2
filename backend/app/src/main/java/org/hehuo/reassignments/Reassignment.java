package org.hehuo.reassignments;

import static org.hehuo.kernel.sql.Columns.uuid;
import static org.hehuo.kernel.sql.Columns.word;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hehuo.kernel.life.Living;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.security.Caller;

/**
 * A reassignment as its rules see it.
 *
 * @param claimHolds whether there still is something to pass on
 */
record Reassignment(
        UUID id,
        ReassignmentState state,
        UUID claim,
        String project,
        String areaCode,
        Side from,
        Side to,
        boolean claimHolds,
        long version)
        implements Living<ReassignmentState> {
    static final String KIND = "reassignment";

    /** The columns that {@link #read} needs, from {@code reassignment r}. */
    static final String COLUMNS = """
            r.id, r.state, r.claim_id, r.project_id, r.area_code, r.from_partner, r.to_partner, r.version,
            r.from_agreed_at is not null as from_agreed, r.to_agreed_at is not null as to_agreed,
            exists (select from membership m where m.partner_id = r.from_partner) as from_online,
            exists (select from membership m where m.partner_id = r.to_partner) as to_online,
            exists (select from claim c
                where c.id = r.claim_id and c.state = 'confirmed' and c.reported_at is null) as claim_holds
            """;

    /**
     * One of the two partners.
     *
     * @param online whether it has people here; staff answer for one that only telephones
     */
    record Side(String partner, boolean agreed, boolean online) {

        boolean isAskedOf(Caller caller, String area) {
            return caller.speaksFor(partner) || (!online && caller.isStaffOf(area));
        }
    }

    static Reassignment read(ResultSet rs) throws SQLException {
        return new Reassignment(
                uuid(rs, "id"),
                word(rs, "state", ReassignmentState.class),
                uuid(rs, "claim_id"),
                rs.getString("project_id"),
                rs.getString("area_code"),
                new Side(rs.getString("from_partner"), rs.getBoolean("from_agreed"), rs.getBoolean("from_online")),
                new Side(rs.getString("to_partner"), rs.getBoolean("to_agreed"), rs.getBoolean("to_online")),
                rs.getBoolean("claim_holds"),
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
    public String partner() {
        return to.partner;
    }

    @Override
    public boolean isPublic() {
        return false;
    }

    boolean isVisibleTo(Caller caller) {
        return isBetween(caller) || caller.isStaffOf(areaCode) || caller.isClock();
    }

    /** Whether somebody for whom the caller answers has yet to agree. */
    boolean isAskedOf(Caller caller) {
        return sides().filter(side -> !side.agreed).anyMatch(side -> side.isAskedOf(caller, areaCode));
    }

    boolean isBetween(Caller caller) {
        return sides().anyMatch(side -> caller.speaksFor(side.partner));
    }

    /** By staff, in the name of a partner that only telephones. */
    boolean isAnsweredBy(Caller caller) {
        return caller.isStaffOf(areaCode) && sides().anyMatch(side -> !side.online);
    }

    private Stream<Side> sides() {
        return Stream.of(from, to);
    }

    Map<String, ?> eventData() {
        return Map.of("partners", List.of(from.partner, to.partner));
    }
}
