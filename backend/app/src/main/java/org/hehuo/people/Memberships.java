package org.hehuo.people;

import static org.hehuo.kernel.sql.Columns.uuid;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.life.Audit;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.outbox.Outbox;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Role;
import org.hehuo.kernel.sql.Columns;
import org.hehuo.kernel.sql.Constraints;
import org.hehuo.kernel.time.Time;
import org.jdbi.v3.core.Jdbi;

/** A person's place in a partner organisation. */
@ApplicationScoped
public class Memberships implements Constraints {
    final Jdbi jdbi;
    final Outbox outbox;
    final Audit audit;
    final Time time;

    Memberships(Jdbi jdbi, Outbox outbox, Audit audit, Time time) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.audit = audit;
        this.time = time;
    }

    @Schema(name = "MembershipRole")
    public enum Place {
        OWNER,
        MEMBER
    }

    /** Somebody in an organisation. */
    public record Member(UUID person, Place place, Instant since) {}

    /**
     * Gives a person a place; the role {@code partner} follows at once.
     *
     * @param field which field of the request names the person, for the refusal of an unknown one
     */
    public void grant(UUID person, String partnerId, Place place, String area, Caller by, String field) {
        int made = jdbi.withHandle(h -> h.createUpdate("""
                insert into membership (person_id, partner_id, role, since)
                select id, :partner, :place, :now from person where id = :person and not is_program and not disabled
                """)
                .bind("person", person)
                .bind("partner", partnerId)
                .bind("place", place)
                .bind("now", time.instant())
                .execute());
        if (made == 0) throw Problem.invalid(field, "not_found");
        tell(person, partnerId, place == Place.OWNER ? "add-owner" : "add-member", "joined_partner", area, by);
    }

    /** Who owns it decides with others about its members. */
    public void makeOwner(UUID person, String partnerId, Caller by) {
        change(
                "update membership set role = 'owner' where person_id = :person and partner_id = :partner and role = 'member'",
                person,
                partnerId);
        tell(person, partnerId, "make-owner", "became_owner", "", by);
    }

    /** Takes the place away, and with the last one the role {@code partner}. The last owner stays: the database sees to it. */
    public void remove(UUID person, String partnerId, Caller by) {
        change("delete from membership where person_id = :person and partner_id = :partner", person, partnerId);
        tell(person, partnerId, "remove-member", "left_partner", "", by);
    }

    /** The organisation has left: nobody has a place in it any more. */
    public void dissolve(String partnerId, Caller by) {
        of(partnerId).forEach(member -> remove(member.person(), partnerId, by));
    }

    /** The people of a double belong to the entry that carries it on, in the higher of their two places. */
    public void merge(String from, String into, Caller by) {
        jdbi.useHandle(
                h -> h.createUpdate("""
                insert into membership (person_id, partner_id, role, since)
                select person_id, :into, role, since from membership where partner_id = :from
                on conflict (person_id, partner_id) do update set role = 'owner' where excluded.role = 'owner'
                """).bind("from", from).bind("into", into).execute());
        for (var member : of(from)) {
            tell(member.person(), into, "add-" + Columns.word(member.place()), "joined_partner", "", by);
            remove(member.person(), from, by);
        }
    }

    private void change(String sql, UUID person, String partnerId) {
        int changed = jdbi.withHandle(h -> h.createUpdate(sql)
                .bind("person", person)
                .bind("partner", partnerId)
                .execute());
        // Somebody else did it in the meantime.
        if (changed == 0) throw Problem.of(ApiError.CONFLICT);
    }

    private void tell(UUID person, String partnerId, String verb, String event, String area, Caller by) {
        var who = new Ref("person", person.toString());
        audit.record("partner." + verb, new Ref("partner", partnerId), who, by, null);
        outbox.emitPrivately("person." + event, who, area, by, Map.of("partner", partnerId));
    }

    public List<Member> of(String partnerId) {
        return jdbi.withHandle(h -> h.createQuery("""
                select person_id, role, since from membership where partner_id = :partner order by role desc, since limit 200
                """)
                .bind("partner", partnerId)
                .map((rs, ctx) -> new Member(
                        uuid(rs, "person_id"), Columns.word(rs, "role", Place.class), Columns.instant(rs, "since")))
                .list());
    }

    /** Who decides about a partner's members: its owners, and the district. */
    public boolean isManagedBy(String partnerId, Caller caller) {
        return caller.is(Role.ADMIN)
                || (caller.speaksFor(partnerId)
                        && placeOf(caller.personId(), partnerId)
                                .filter(p -> p == Place.OWNER)
                                .isPresent());
    }

    private Optional<Place> placeOf(UUID person, String partnerId) {
        return jdbi.withHandle(
                h -> h.createQuery("select role from membership where person_id = :person and partner_id = :id")
                        .bind("person", person)
                        .bind("id", partnerId)
                        .map((rs, ctx) -> Columns.word(rs, "role", Place.class))
                        .findOne());
    }

    @Override
    public Map<String, ApiError> meanings() {
        return Map.of(
                "membership_pkey", ApiError.PARTNER_MEMBER_ALREADY,
                "partner_keeps_an_owner", ApiError.PARTNER_LAST_OWNER);
    }
}
