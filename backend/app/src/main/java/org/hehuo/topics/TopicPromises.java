package org.hehuo.topics;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
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

    /** Whoever is asked something has so long to answer; then it goes on without. */
    private static final int DAYS_TO_ANSWER = 20;

    /** A broken promise goes up: so many working days after it was broken, and so many more later. */
    private static final int DAYS_TO_SUBDISTRICT = 2;

    private static final int DAYS_TO_DISTRICT = 3;

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

    /** When a broken promise goes to the subdistrict. */
    Instant toSubdistrict(Topic topic) {
        var due = Objects.requireNonNull(topic.dueAt());
        return calendars.around(calendars.dayOf(due)).endOfWorkingDay(due, DAYS_TO_SUBDISTRICT);
    }

    /** When it goes on to the district. */
    Instant toDistrict() {
        return inWorkingDays(DAYS_TO_DISTRICT);
    }

    /** Working days until a broken promise goes up; above the district there is nobody. */
    @Nullable
    Integer daysUntilRaised(Topic topic) {
        if (topic.escalatesAt() != null) return daysUntil(topic.escalatesAt());
        return topic.escalatedTo() == null ? daysUntil(toSubdistrict(topic)) : null;
    }

    /** The clock stood still meanwhile. */
    @Nullable
    Instant raisedLater(Topic topic) {
        return topic.raisedIn() == null ? null : inWorkingDays(Math.max(1, topic.raisedIn()));
    }

    Instant second(Topic topic, @Nullable LocalDate wished) {
        return asOrdered(topic, second(wished));
    }

    /** By when its projects are due. */
    Instant ofProjects(Topic topic, LocalDate due) {
        return asOrdered(topic, calendars.around(due).endOf(due));
    }

    /** What a higher office has ordered is not put off by taking it up. */
    private static Instant asOrdered(Topic topic, Instant promised) {
        return topic.supervised() ? earliest(promised, topic.dueAt()) : promised;
    }

    Instant answer() {
        return inWorkingDays(DAYS_TO_ANSWER);
    }

    /** What is passed on is no reason to wait longer; whoever gets it has a working day at least. */
    Instant passedOn(Topic topic) {
        return latest(inWorkingDays(1), earliest(first(topic.category()), topic.dueAt()));
    }

    /** Working days that are left of the topic's promise. */
    int daysLeft(Topic topic) {
        return topic.dueAt() == null ? 0 : daysUntil(topic.dueAt());
    }

    /** The clock stood still: as many working days as were left then, one at least. */
    Instant goesOn(Topic topic) {
        return inWorkingDays(Math.max(1, topic.daysLeft()));
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earliest(Instant one, @Nullable Instant other) {
        return other != null && other.isBefore(one) ? other : one;
    }

    private int daysUntil(Instant moment) {
        var now = time.instant();
        return calendars.around(calendars.dayOf(now)).workingDaysLeft(now, moment);
    }

    private Instant inWorkingDays(int days) {
        var now = time.instant();
        return calendars.around(calendars.dayOf(now)).endOfWorkingDay(now, days);
    }
}
