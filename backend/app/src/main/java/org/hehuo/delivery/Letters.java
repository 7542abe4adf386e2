package org.hehuo.delivery;

import static org.hehuo.kernel.sql.Columns.instant;
import static org.hehuo.kernel.sql.Columns.uuid;
import static org.hehuo.kernel.sql.Columns.word;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.Upkeep;
import org.jdbi.v3.core.Jdbi;

/**
 * Letters on their way. Whoever takes one puts its next try off first: while it is being sent nobody else has it, and when
 * the sender dies it comes again, under its old name.
 */
@ApplicationScoped
class Letters implements Upkeep {
    private static final int MOST_A_ROUND = 500;
    private static final int MOST_LINES = 50;
    private static final int MOST_CONFIRMATIONS_A_DAY = 5;
    /** Within a day and a half. */
    private static final int MOST_TRIES = 8;
    /** Longer than a carrier can take. */
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(5);

    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final Duration KEPT = Duration.ofDays(30);

    final Jdbi jdbi;
    final Time time;

    Letters(Jdbi jdbi, Time time) {
        this.jdbi = jdbi;
        this.time = time;
    }

    /** For whom something is due that is in no letter yet. */
    List<UUID> peopleWithNews(Letter.Form form) {
        return jdbi.withHandle(h -> h.createQuery("""
                select distinct person_id from (
                    select person_id from delivery where channel = :form and letter_id is null and due_at <= :now
                    order by due_at limit :most) d
                """)
                .bind("form", form)
                .bind("now", time.instant())
                .bind("most", MOST_A_ROUND)
                .mapTo(UUID.class)
                .list());
    }

    /** Puts all that is due for somebody into one letter, for good; another instance that is at it is left to it. */
    @Transactional
    void write(UUID person, Letter.Form form) {
        jdbi.useHandle(h -> h.createUpdate("""
                with alone as materialized (
                    select person_id from delivery_settings where person_id = :person for update skip locked),
                news as materialized (
                    select d.notification_id from delivery d join alone using (person_id)
                    where d.channel = :form and d.letter_id is null and d.due_at <= :now
                    order by d.due_at, d.notification_id limit :most for update of d),
                made as (
                    insert into letter (person_id, form, made_at, try_at)
                    select :person, :form, :now, :now where exists (select from news) returning id)
                update delivery d set letter_id = made.id from news, made
                where d.notification_id = news.notification_id and d.channel = :form
                """)
                .bind("person", person)
                .bind("form", form)
                .bind("now", time.instant())
                .bind("most", MOST_LINES)
                .execute());
    }

    /** @throws Problem {@code too_many_requests} (429): nobody has others' letter-boxes filled by us */
    void askToConfirm(UUID person) {
        int made = jdbi.withHandle(h -> h.createUpdate("""
                insert into letter (person_id, form, made_at, try_at) select :person, 'confirmation', :now, :now
                where (select count(*) from letter where person_id = :person and form = 'confirmation'
                    and made_at > :since) < :most
                """)
                .bind("person", person)
                .bind("now", time.instant())
                .bind("since", time.instant().minus(Duration.ofDays(1)))
                .bind("most", MOST_CONFIRMATIONS_A_DAY)
                .execute());
        if (made == 0) throw Problem.of(ApiError.TOO_MANY_REQUESTS);
    }

    List<UUID> waiting(Letter.Form form) {
        return jdbi.withHandle(h -> h.createQuery("""
                select id from letter where form = :form and ended_at is null and try_at <= :now
                order by try_at limit :most
                """)
                .bind("form", form)
                .bind("now", time.instant())
                .bind("most", MOST_A_ROUND)
                .mapTo(UUID.class)
                .list());
    }

    /** A letter that was taken, and the how manieth try this is. */
    record Taken(Letter letter, int tries) {
        boolean isOneTooMany() {
            return tries > MOST_TRIES;
        }
    }

    @Transactional
    Optional<Taken> take(UUID id) {
        return jdbi.withHandle(h -> h.createQuery("""
                update letter set tries = tries + 1,
                    try_at = cast(:now as timestamptz) + least(cast(:first as interval) * power(4, least(tries, 9)), cast(:longest as interval))
                where id = :id and ended_at is null and try_at <= :now
                returning id, person_id, form, made_at, tries
                """)
                .bind("now", time.instant())
                .bind("first", FIRST_PAUSE.toString())
                .bind("longest", LONGEST_PAUSE.toString())
                .bind("id", id)
                .map((rs, ctx) -> new Taken(
                        new Letter(
                                uuid(rs, "id"),
                                uuid(rs, "person_id"),
                                word(rs, "form", Letter.Form.class),
                                instant(rs, "made_at")),
                        rs.getInt("tries")))
                .findOne());
    }

    @Transactional
    void end(UUID id, Letter.Ending ending) {
        jdbi.useHandle(h -> h.createUpdate("update letter set ended_at = :now, ending = :ending where id = :id")
                .bind("now", time.instant())
                .bind("ending", ending)
                .bind("id", id)
                .execute());
    }

    /** What the letter tells, less what its reader has said since not to want. */
    List<UUID> news(Letter letter) {
        return jdbi.withHandle(h ->
                h.createQuery("""
                select d.notification_id from delivery d
                join notification n on n.id = d.notification_id
                join delivery_choice c on c.person_id = d.person_id and c.kind = n.kind
                where d.letter_id = :letter and case d.channel when 'mail' then c.mail <> 'off' else c.sms end
                """).bind("letter", letter.id()).mapTo(UUID.class).list());
    }

    @Override
    @Transactional
    public int tidy(Instant now) {
        return jdbi.withHandle(h -> h.createUpdate("""
                delete from letter where id in (
                    select id from letter where ended_at < :until limit :most for update skip locked)
                """)
                .bind("until", now.minus(KEPT))
                .bind("most", MOST_A_ROUND)
                .execute());
    }
}
