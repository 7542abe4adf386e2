package org.hehuo.partners;

import static org.hehuo.kernel.sql.Columns.uuids;
import static org.hehuo.kernel.sql.Columns.word;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hehuo.kernel.life.Living;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Role;

/**
 * A partner as its rules see it.
 *
 * @param owners the people who decide for it
 */
record Partner(String id, PartnerState state, String areaCode, LocalDate termEndsOn, List<UUID> owners, long version)
        implements Living<PartnerState> {
    static final String KIND = "partner";

    /** The columns that {@link #read} needs, from {@code partner p}. */
    static final String COLUMNS = """
            p.id, p.state, p.term_ends_on, p.version,
            coalesce((select min(a.area_code) from partner_area a where a.partner_id = p.id), '') as area_code,
            array(select m.person_id from membership m where m.partner_id = p.id and m.role = 'owner') as owners
            """;

    static Partner read(ResultSet rs) throws SQLException {
        return new Partner(
                rs.getString("id"),
                word(rs, "state", PartnerState.class),
                rs.getString("area_code"),
                rs.getObject("term_ends_on", LocalDate.class),
                uuids(rs, "owners"),
                rs.getLong("version"));
    }

    @Override
    public Ref ref() {
        return new Ref(KIND, id);
    }

    @Override
    public String partner() {
        return id;
    }

    @Override
    public boolean isPublic() {
        return isPublicIn(state);
    }

    /** What a partner did while it took part stays to be read after it has left. */
    @Override
    public boolean isPublicIn(PartnerState state) {
        return state != PartnerState.SUSPENDED;
    }

    boolean isVisibleTo(Caller caller) {
        return isPublic() || caller.speaksFor(id) || caller.is(Role.ADMIN);
    }

    boolean isManagedBy(Caller caller) {
        return caller.is(Role.ADMIN) || isOwnedBy(caller);
    }

    boolean isOwnedBy(Caller caller) {
        return caller.speaksFor(id) && owners.stream().anyMatch(caller::isPerson);
    }

    @Override
    public List<String> besides(Caller caller) {
        var manage = state != PartnerState.LEFT && isManagedBy(caller)
                ? Stream.of("edit", "add-member")
                : Stream.<String>of();
        var give =
                state == PartnerState.ACTIVE && isManagedBy(caller) ? Stream.of("add-capability") : Stream.<String>of();
        var ask = caller.is(Role.ADMIN) ? Stream.of("reveal-contact") : Stream.<String>of();
        return Stream.of(manage, give, ask).flatMap(s -> s).toList();
    }
}
