package org.hehuo.topics;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import org.hehuo.categories.Categories;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.WorkCalendars;
import org.jspecify.annotations.Nullable;

/**
 * By when a topic gets its next word: first within its category's working days, then by the date given when it is accepted
 * (domain, “Promises”).
 */
@ApplicationScoped
class TopicPromises {
    private static final int DAYS_AFTER_ACCEPTING = 20;

    final WorkCalendars calendars;
    final Categories categories;
    final Time time;

    TopicPromises(WorkCalendars calendars, Categories categories, Time time) {
        this.calendars = calendars;
        this.categories = categories;
        this.time = time;
    }

    Instant first(@Nullable String category) {
        return inWorkingDays(categories.slaDays(category));
    }

    /** @throws Problem {@code invalid} for a day that is over, or further away than anybody can promise */
    Instant second(@Nullable LocalDate wished) {
        if (wished == null) return inWorkingDays(DAYS_AFTER_ACCEPTING);
        calendars.requireAhead(wished, calendars.dayOf(time.instant()), "dueDate");
        return calendars.around(wished).endOf(wished);
    }

    private Instant inWorkingDays(int days) {
        var now = time.instant();
        return calendars.around(calendars.dayOf(now)).endOfWorkingDay(now, days);
    }
}
