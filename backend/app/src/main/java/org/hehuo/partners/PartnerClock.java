package org.hehuo.partners;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.outbox.Outbox;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.TimeStep;
import org.hehuo.kernel.time.WorkCalendars;
import org.jdbi.v3.core.Jdbi;

/** A partner's people are reminded, once a term, that it comes to its end. */
@ApplicationScoped
class PartnerClock implements TimeStep {
    final Jdbi jdbi;
    final Outbox outbox;
    final WorkCalendars calendars;
    final int daysAhead;

    PartnerClock(
            Jdbi jdbi,
            Outbox outbox,
            WorkCalendars calendars,
            @ConfigProperty(name = "hehuo.partners.remind-days-ahead") int daysAhead) {
        this.jdbi = jdbi;
        this.outbox = outbox;
        this.calendars = calendars;
        this.daysAhead = daysAhead;
    }

    @Override
    public List<String> due(Instant now) {
        return jdbi.withHandle(h -> h.createQuery("""
                select id from partner where state = 'active' and term_ends_on <= :until
                    and reminded_for is distinct from term_ends_on
                order by term_ends_on, id limit :most
                """)
                .bind("until", calendars.dayOf(now).plusDays(daysAhead))
                .bind("most", MOST_A_ROUND)
                .mapTo(String.class)
                .list());
    }

    @Override
    @Transactional
    public void carryOut(String id, Instant now) {
        jdbi.withHandle(h -> h.createQuery("""
                with due as (select id from partner where id = :id and state = 'active' and term_ends_on <= :until
                    and reminded_for is distinct from term_ends_on for update skip locked)
                update partner p set reminded_for = p.term_ends_on from due where p.id = due.id
                returning coalesce((select min(area_code) from partner_area where partner_id = p.id), '')
                """)
                        .bind("id", id)
                        .bind("until", calendars.dayOf(now).plusDays(daysAhead))
                        .mapTo(String.class)
                        .findOne())
                .ifPresent(area -> outbox.emitPrivately(
                        "partner.term_ending", new Ref(Partner.KIND, id), area, Caller.CLOCK, Map.of("partner", id)));
    }
}
