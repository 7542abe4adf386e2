package org.hehuo.partners;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.WorkCalendars;

/** For how long a membership runs until it is renewed. */
@ApplicationScoped
class PartnerTerm {
    final int years;
    final WorkCalendars calendars;
    final Time time;

    PartnerTerm(@ConfigProperty(name = "hehuo.partners.term-years") int years, WorkCalendars calendars, Time time) {
        this.years = years;
        this.calendars = calendars;
        this.time = time;
    }

    /** The last day of the term that runs today for whoever joined then: earlier terms count as renewed. */
    LocalDate endOf(LocalDate joinedOn) {
        var end = joinedOn.plusYears(years);
        while (end.isBefore(today())) end = end.plusYears(years);
        return end;
    }

    /** A term more, from the end of the present one, or from today if that is past. */
    LocalDate renewed(LocalDate end) {
        return (end.isBefore(today()) ? today() : end).plusYears(years);
    }

    LocalDate today() {
        return calendars.dayOf(time.instant());
    }
}
