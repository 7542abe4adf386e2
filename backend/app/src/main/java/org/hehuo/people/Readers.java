package org.hehuo.people;

import static org.hehuo.kernel.sql.Columns.texts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Role;
import org.hehuo.kernel.security.Vault;
import org.hehuo.kernel.text.Language;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** People who read what is sent to them: what they may see, by our tables alone, and in which language. */
@ApplicationScoped
public class Readers {
    final Jdbi jdbi;
    final Vault vault;

    Readers(Jdbi jdbi, Vault vault) {
        this.jdbi = jdbi;
        this.vault = vault;
    }

    public record Reader(Caller caller, @Nullable String phone) {}

    /** Nobody, for whom is shut out. */
    public Optional<Reader> find(UUID person) {
        return jdbi.withHandle(h -> h.createQuery("""
                select p.id, p.display_name, p.language, c.phone,
                    array(select area_code from staff_area where person_id = p.id) as areas,
                    array(select partner_id from membership where person_id = p.id) as partners
                from person p left join person_contact c on c.person_id = p.id where p.id = :id and not p.disabled
                """)
                .bind("id", person)
                .map((rs, ctx) -> reader(person, rs))
                .findOne());
    }

    private Reader reader(UUID person, ResultSet rs) throws SQLException {
        var areas = Set.copyOf(texts(rs, "areas"));
        var partners = Set.copyOf(texts(rs, "partners"));
        var roles = EnumSet.of(Role.RESIDENT);
        if (!areas.isEmpty()) roles.add(Role.STAFF);
        if (!partners.isEmpty()) roles.add(Role.PARTNER);
        byte[] phone = rs.getBytes("phone");
        var caller = new Caller(
                Caller.Kind.PERSON,
                person,
                rs.getString("display_name"),
                roles,
                areas,
                partners,
                null,
                Language.of(rs.getString("language")));
        return new Reader(caller, phone == null ? null : vault.open(phone));
    }
}
