package org.hehuo.imports;

import static org.hehuo.kernel.sql.Columns.uuid;
import static org.hehuo.kernel.sql.Columns.word;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.hehuo.kernel.life.Living;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Role;

/** An import as its rules see it. */
record PartnerImport(UUID id, PartnerImportState state, String digest, long version)
        implements Living<PartnerImportState> {
    static final String KIND = "partner_import";

    static PartnerImport read(ResultSet rs) throws SQLException {
        return new PartnerImport(
                uuid(rs, "id"),
                word(rs, "state", PartnerImportState.class),
                rs.getString("digest"),
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
    public String areaCode() {
        return "";
    }

    @Override
    public boolean isPublic() {
        return false;
    }

    @Override
    public List<String> besides(Caller caller) {
        return caller.is(Role.ADMIN) && state == PartnerImportState.TRIED ? List.of("edit") : List.of();
    }
}
