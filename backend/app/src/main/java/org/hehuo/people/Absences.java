package org.hehuo.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.WorkCalendars;
import org.jdbi.v3.core.Jdbi;

/** Who of the staff is away, and who stands in: nobody waits because somebody has a holiday. */
@ApplicationScoped
public class Absences {
    private static final String AWAY =
            "cast(:now as timestamptz) >= a.from_at and cast(:now as timestamptz) < a.until_at";

    /** SQL: for whom {@code :me} stands in; takes {@code :now}. */
    public static final String STOOD_IN_FOR = "select a.person_id from absence a where a.stand_in_id = :me and " + AWAY;

    final Jdbi jdbi;
    final People people;
    final WorkCalendars calendars;
    final Time time;

    Absences(Jdbi jdbi, People people, WorkCalendars calendars, Time time) {
        this.jdbi = jdbi;
        this.people = people;
        this.calendars = calendars;
        this.time = time;
    }

    /** SQL: the name of whoever stands in for the person whose id this column is; takes {@code :now}. */
    public static String standInOf(String id) {
        return "(select s.display_name from absence a join person s on s.id = a.stand_in_id where not s.disabled and a.person_id = "
                + id + " and " + AWAY + ")";
    }

    /** The person, and whoever stands in. */
    public List<UUID> deskOf(UUID person) {
        return jdbi.withHandle(h -> h.createQuery("""
                select cast(:person as uuid)
                union all select a.stand_in_id from absence a where a.person_id = :person and
                """ + AWAY)
                .bind("person", person)
                .bind("now", time.instant())
                .mapTo(UUID.class)
                .list());
    }

    /** Takes the place of what was said before. */
    @Transactional
    void put(AbsenceView.Change absence, Caller caller) {
        calendars.requireAhead(absence.untilDay(), calendars.dayOf(time.instant()), "untilDay");
        if (absence.fromDay().isBefore(calendars.dayOf(time.instant()).minusYears(1))) {
            throw Problem.invalid("fromDay", "past");
        }
        if (absence.untilDay().isBefore(absence.fromDay())) throw Problem.invalid("untilDay", "past");
        if (caller.isPerson(absence.standInId())) throw Problem.invalid("standInId", "same");
        for (String area : caller.areas()) people.requireStaffOf(absence.standInId(), area, "standInId");
        jdbi.useHandle(h -> h.createUpdate("""
                insert into absence (person_id, stand_in_id, from_at, until_at) values (:me, :standIn, :from, :until)
                on conflict (person_id) do update
                    set stand_in_id = excluded.stand_in_id, from_at = excluded.from_at, until_at = excluded.until_at
                """)
                .bind("me", caller.personId())
                .bind("standIn", absence.standInId())
                .bind("from", calendars.startOf(absence.fromDay()))
                .bind("until", calendars.endOf(absence.untilDay()))
                .execute());
    }

    @Transactional
    void clear(Caller caller) {
        jdbi.useHandle(h -> h.createUpdate("delete from absence where person_id = :me")
                .bind("me", caller.personId())
                .execute());
    }
}
