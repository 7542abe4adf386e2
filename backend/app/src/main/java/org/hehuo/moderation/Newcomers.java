package org.hehuo.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Role;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.Upkeep;
import org.hehuo.kernel.time.WorkCalendars;
import org.hehuo.people.People;
import org.hehuo.programme.Newness;
import org.jdbi.v3.core.Jdbi;

/** Who came lately posts so much a day and no more: a flood comes from accounts that were made for it. */
@ApplicationScoped
public class Newcomers implements Upkeep {
    private static final int A_BATCH = 1000;

    final Jdbi jdbi;
    final Newness newness;
    final People people;
    final WorkCalendars calendars;
    final Time time;

    Newcomers(Jdbi jdbi, Newness newness, People people, WorkCalendars calendars, Time time) {
        this.jdbi = jdbi;
        this.newness = newness;
        this.people = people;
        this.calendars = calendars;
        this.time = time;
    }

    /**
     * One post more, in its transaction. Two at once are counted one after the other.
     *
     * @throws Problem {@code newcomer.enough_today} with the time until midnight
     */
    @Transactional(TxType.MANDATORY)
    public void admit(Caller caller) {
        if (caller.isProgram() || caller.is(Role.STAFF) || caller.is(Role.ADMIN) || caller.is(Role.PARTNER)) return;
        var limit = newness.get();
        var now = time.instant();
        if (limit.days() == 0 || !isNew(caller, now.minus(Duration.ofDays(limit.days())))) return;
        var today = calendars.dayOf(now);
        int posts = jdbi.withHandle(h -> h.createQuery("""
                insert into newcomer_post (person_id, day, posts) values (:me, :today, 1)
                on conflict (person_id, day) do update set posts = newcomer_post.posts + 1
                returning posts
                """)
                .bind("me", caller.personId())
                .bind("today", today)
                .mapTo(Integer.class)
                .one());
        if (posts > limit.posts()) {
            var midnight = calendars.endOf(today);
            throw Problem.of(ApiError.NEWCOMER_ENOUGH_TODAY)
                    .saying(String.valueOf(limit.posts()))
                    .comeAgainAfter(Duration.between(now, midnight));
        }
    }

    private boolean isNew(Caller caller, Instant since) {
        return people.since(caller.personId()).isAfter(since);
    }

    /** What was counted yesterday counts no more. */
    @Override
    @Transactional
    public int tidy(Instant now) {
        return jdbi.withHandle(h -> h.createUpdate("""
                delete from newcomer_post where ctid in (
                    select ctid from newcomer_post where day < :today limit :most for update skip locked)
                """)
                .bind("today", calendars.dayOf(now))
                .bind("most", A_BATCH)
                .execute());
    }
}
