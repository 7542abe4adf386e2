package org.hehuo.people;

import static org.hehuo.kernel.sql.Columns.uuid;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.outbox.Outbox;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.sql.Columns;
import org.hehuo.kernel.time.Time;
import org.jdbi.v3.core.Jdbi;

/** A person's place in a partner organisation. */
@ApplicationScoped
public class Memberships {
    final Jdbi jdbi;
    final Outbox outbox;
    final Time time;

    Memberships(Jdbi jdbi, Outbox outbox, Time time) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.time = time;
    }

    @Schema(name = "MembershipRole")
    public enum Place {
        OWNER,
        MEMBER
    }

    /** Somebody in an organisation. */
    public record Member(UUID person, Place place) {}

    /**
     * Gives a person a place; the role {@code partner} follows at once.
     *
     * @param field which field of the request names the person, for the refusal of an unknown one
     */
    public void grant(UUID person, String partnerId, Place place, String area, Caller by, String field) {
        int made = jdbi.withHandle(h -> h.createUpdate("""
                insert into membership (person_id, partner_id, role, since)
                select id, :partner, :place, :now from person where id = :person and not is_program
                """)
                .bind("person", person)
                .bind("partner", partnerId)
                .bind("place", place)
                .bind("now", time.instant())
                .execute());
        if (made == 0) throw Problem.invalid(field, "not_found");
        outbox.emitPrivately(
                "person.joined_partner", new Ref("person", person.toString()), area, by, Map.of("partner", partnerId));
    }

    public List<Member> of(String partnerId) {
        return jdbi.withHandle(h -> h.createQuery("""
                select person_id, role from membership where partner_id = :partner order by role desc, since limit 200
                """)
                .bind("partner", partnerId)
                .map((rs, ctx) -> new Member(uuid(rs, "person_id"), Columns.word(rs, "role", Place.class)))
                .list());
    }
}
