package org.hehuo.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.hehuo.people.Memberships;
import org.jdbi.v3.core.Jdbi;

/** What was agreed in the story by ways that the product does not have yet. */
@ApplicationScoped
class DemoAgreements {
    final Jdbi jdbi;
    final Memberships memberships;
    final Time time;

    DemoAgreements(Jdbi jdbi, Memberships memberships, Time time) {
        this.jdbi = jdbi;
        this.memberships = memberships;
        this.time = time;
    }

    @Transactional
    public void grant(UUID person, String partner, Caller director) {
        memberships.grant(person, partner, Memberships.Place.MEMBER, "", director, "personId");
    }

    @Transactional
    public void grantProgram(UUID program, String partner) {
        jdbi.useHandle(h -> h.createUpdate("""
                insert into membership (person_id, partner_id, role, since) values (:program, :partner, 'member', :now)
                """)
                .bind("program", program)
                .bind("partner", partner)
                .bind("now", time.instant())
                .execute());
    }

    /** The day until which a claim's holder must begin, where both had agreed on another one. */
    @Transactional
    public void agree(UUID claim, Instant beginBy) {
        jdbi.useHandle(h -> h.createUpdate("update claim set begin_by = :by where id = :id")
                .bind("by", beginBy)
                .bind("id", claim)
                .execute());
    }
}
