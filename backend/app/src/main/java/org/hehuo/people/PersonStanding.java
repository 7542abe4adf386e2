package org.hehuo.people;

import static org.hehuo.kernel.sql.Columns.texts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hehuo.kernel.security.Standing;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.Upkeep;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What our tables say of whoever presents a token: one statement a request. */
@ApplicationScoped
class PersonStanding implements Standing, Upkeep {
    /** No cookie of a session lives longer. */
    private static final Duration LONGEST_SESSION = Duration.ofDays(30);

    final Jdbi jdbi;
    final Time time;

    PersonStanding(Jdbi jdbi, Time time) {
        this.jdbi = jdbi;
        this.time = time;
    }

    @Override
    public Reach of(UUID person, String username, String displayName, boolean program, @Nullable String session) {
        return find(person, session).orElseGet(() -> {
            greet(person, username, displayName, program);
            return find(person, session).orElseThrow();
        });
    }

    private Optional<Reach> find(UUID person, @Nullable String session) {
        return jdbi.withHandle(h -> h.createQuery("""
                select display_name, disabled,
                    array(select area_code from staff_area where person_id = p.id) as areas,
                    array(select partner_id from membership where person_id = p.id) as partners,
                    exists (select from ended_session where sid = :sid) as ended
                from person p where id = :id
                """)
                .bind("id", person)
                .bind("sid", session)
                .map((rs, ctx) -> new Reach(
                        rs.getString("display_name"),
                        Set.copyOf(texts(rs, "areas")),
                        Set.copyOf(texts(rs, "partners")),
                        rs.getBoolean("disabled"),
                        rs.getBoolean("ended")))
                .findOne());
    }

    private void greet(UUID person, String username, String displayName, boolean program) {
        jdbi.useHandle(h -> h.createUpdate("""
                insert into person (id, username, display_name, is_program, created_at)
                values (:id, :username, :name, :program, :now) on conflict (id) do nothing
                """)
                .bind("id", person)
                .bind("username", username)
                .bind("name", displayName)
                .bind("program", program)
                .bind("now", time.instant())
                .execute());
    }

    @Override
    @Transactional
    public void endSession(String session) {
        jdbi.useHandle(h -> h.createUpdate(
                        "insert into ended_session (sid, ended_at) values (:sid, :now) on conflict do nothing")
                .bind("sid", session)
                .bind("now", time.instant())
                .execute());
    }

    @Override
    @Transactional
    public int tidy(Instant now) {
        return jdbi.withHandle(h -> h.createUpdate("delete from ended_session where ended_at < :until")
                .bind("until", now.minus(LONGEST_SESSION))
                .execute());
    }
}
