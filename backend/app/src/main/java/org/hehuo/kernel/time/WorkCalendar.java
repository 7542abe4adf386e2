package org.hehuo.kernel.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;

/**
 * Working days: Monday to Friday, but for the listed exceptions (public holidays, and weekends that are worked instead).
 *
 * @param exceptions by day, whether it is worked
 * @param zone the programme's time zone, in which days begin and end
 */
public record WorkCalendar(Map<LocalDate, Boolean> exceptions, ZoneId zone) {

    public boolean isWorkingDay(LocalDate day) {
        boolean weekday = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        return exceptions.getOrDefault(day, weekday);
    }

    /** The last instant (in whole seconds) of the n-th working day after the day of {@code from}; n ≥ 1. */
    public Instant endOfWorkingDay(Instant from, int n) {
        var day = from.atZone(zone).toLocalDate();
        for (int left = n; left > 0; ) {
            day = day.plusDays(1);
            if (isWorkingDay(day)) left--;
        }
        return endOf(day);
    }

    /** Working days after the day of {@code from}, up to and with that of {@code until}; none where that is over. */
    public int workingDaysLeft(Instant from, Instant until) {
        var last = dayOf(until);
        return (int) dayOf(from)
                .plusDays(1)
                .datesUntil(
                        last.isAfter(dayOf(from))
                                ? last.plusDays(1)
                                : dayOf(from).plusDays(1))
                .filter(this::isWorkingDay)
                .count();
    }

    public Instant endOf(LocalDate day) {
        return day.atTime(LocalTime.of(23, 59, 59)).atZone(zone).toInstant();
    }

    public LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }
}
