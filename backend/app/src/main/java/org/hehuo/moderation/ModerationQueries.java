package org.hehuo.moderation;

import static org.hehuo.kernel.sql.Columns.word;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.hehuo.areas.AreaCode;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.WorkCalendars;
import org.hehuo.moderation.ModerationCounts.OfCause;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Counts in the open what was taken out of it. */
@ApplicationScoped
class ModerationQueries {
    private static final int DAYS = 30;

    final Jdbi jdbi;
    final WorkCalendars calendars;
    final Time time;

    ModerationQueries(Jdbi jdbi, WorkCalendars calendars, Time time) {
        this.jdbi = jdbi;
        this.calendars = calendars;
        this.time = time;
    }

    /** The instants between which, and where; an empty area is everywhere. */
    private record Span(String area, Instant from, Instant before) {}

    private record Hidden(Cause cause, int posts, int restored) {}

    ModerationCounts counts(@Nullable String area, @Nullable LocalDate first, @Nullable LocalDate last) {
        var to = Objects.requireNonNullElseGet(last, () -> calendars.dayOf(time.instant()));
        var from = first != null ? first : to.minusDays(DAYS - 1L);
        if (from.isAfter(to)) throw Problem.badParameter(ApiError.INVALID_PARAMETER, "from", "malformed");
        if (area != null && !area.matches(AreaCode.PATTERN)) {
            throw Problem.badParameter(ApiError.INVALID_PARAMETER, "area", "format");
        }
        var span = new Span(Objects.requireNonNullElse(area, ""), calendars.startOf(from), calendars.endOf(to));
        var hidden = hidden(span);
        return jdbi.withHandle(h -> h.createQuery("""
                select count(*) filter (where reporter_id is not null) as reported,
                    count(*) filter (where reporter_id is not null and state = 'upheld') as upheld,
                    count(*) filter (where reporter_id is not null and state = 'dismissed') as dismissed,
                    count(*) filter (where reporter_id is null) as held,
                    count(*) filter (where reporter_id is null and state = 'dismissed') as released
                from report where created_at >= :from and created_at < :before and starts_with(area_code, :area)
                """)
                .bind("area", span.area)
                .bind("from", span.from)
                .bind("before", span.before)
                .map((rs, ctx) -> new ModerationCounts(
                        from,
                        to,
                        hidden.stream()
                                .map(h2 -> new OfCause(h2.cause, h2.posts))
                                .toList(),
                        hidden.stream().mapToInt(Hidden::restored).sum(),
                        rs.getInt("reported"),
                        rs.getInt("upheld"),
                        rs.getInt("dismissed"),
                        rs.getInt("held"),
                        rs.getInt("released")))
                .one());
    }

    private List<Hidden> hidden(Span span) {
        return jdbi.withHandle(h -> h.createQuery("""
                select cause, count(*) as posts, count(restored_at) as restored from hiding
                where hidden_at >= :from and hidden_at < :before and starts_with(area_code, :area)
                group by cause order by posts desc, cause
                """)
                .bind("area", span.area)
                .bind("from", span.from)
                .bind("before", span.before)
                .map((rs, ctx) -> new Hidden(word(rs, "cause", Cause.class), rs.getInt("posts"), rs.getInt("restored")))
                .list());
    }
}
