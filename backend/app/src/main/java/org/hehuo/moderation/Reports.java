package org.hehuo.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hehuo.kernel.life.Lifecycle;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.life.Timeline;
import org.hehuo.kernel.outbox.Outbox;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.WorkCalendars;
import org.hehuo.moderation.Moderated.Post;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What a feature whose posts may be reported tells and asks: all in its own transaction. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class Reports {
    /** Promised to whoever reports, and to whose post is held: an answer within so many working days. */
    private static final int DAYS_TO_ANSWER = 2;

    private static final int LONGEST_EXCERPT = 300;

    final Jdbi jdbi;
    final ReportStore store;
    final Lifecycle lifecycle;
    final Timeline timeline;
    final Outbox outbox;
    final WorkCalendars calendars;
    final Time time;

    Reports(
            Jdbi jdbi,
            ReportStore store,
            Lifecycle lifecycle,
            Timeline timeline,
            Outbox outbox,
            WorkCalendars calendars,
            Time time) {
        this.jdbi = jdbi;
        this.store = store;
        this.lifecycle = lifecycle;
        this.timeline = timeline;
        this.outbox = outbox;
        this.calendars = calendars;
        this.time = time;
    }

    /** The feature holds a post because of these words. */
    public void hold(Post post, Collection<String> words) {
        submit(post, null, String.join("、", words), Caller.CLOCK);
    }

    UUID submit(Post post, @Nullable Cause cause, @Nullable String text, Caller caller) {
        var now = time.instant();
        var report = jdbi.withHandle(h -> h.createQuery("""
                with r as (
                    insert into report (state, thing_kind, thing_id, page_id, area_code, author_id, said, reporter_id, cause,
                        text, due_at, created_at, updated_at)
                    values ('submitted', :kind, :thing, :page, :area, :author, :said, :me, :cause, :text, :due, :now, :now)
                    returning *)
                """ + "select " + Report.COLUMNS + " from r")
                .bind("kind", post.ref().kind())
                .bind("thing", post.ref().id())
                .bind("page", post.page())
                .bind("area", post.area())
                .bind("author", post.author())
                .bind("said", excerpt(post.text()))
                .bind("me", caller.id())
                .bind("cause", cause)
                .bind("text", text)
                .bind("due", calendars.around(calendars.dayOf(now)).endOfWorkingDay(now, DAYS_TO_ANSWER))
                .bind("now", now)
                .map((rs, ctx) -> Report.read(rs))
                .one());
        timeline.record(report, "submit", null, report.state(), caller, text);
        outbox.emit("submitted", report, caller, report.eventData());
        return report.id();
    }

    private static String excerpt(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_EXCERPT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_EXCERPT)) + "…";
    }

    /** What stands on this page is another area's to answer for. */
    public void moved(String page, String area) {
        jdbi.useHandle(
                h -> h.createUpdate("update report set area_code = :area where page_id = :page and state = 'submitted'")
                        .bind("area", area)
                        .bind("page", page)
                        .execute());
    }

    /** The feature has hidden a post: whoever reported it was right. */
    public void hidden(Ref thing, String area, Hiding why, Caller caller) {
        var settled = settle(thing, area, ReportAction.UPHOLD, why.reason(), caller);
        jdbi.useHandle(h -> h.createUpdate("""
                insert into hiding (thing_kind, thing_id, area_code, cause, hidden_at)
                values (:kind, :id, :area, :cause, :now)
                """)
                .bind("kind", thing.kind())
                .bind("id", thing.id())
                .bind("area", area)
                .bind("cause", why.cause() != null ? why.cause() : first(settled))
                .bind("now", time.instant())
                .execute());
    }

    private static Cause first(List<Report> reports) {
        return reports.stream()
                .map(Report::cause)
                .map(Optional::ofNullable)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Cause.OTHER);
    }

    /** The feature shows a post again, or one that was held for the first time. */
    public void shown(Ref thing, String area, @Nullable String reason, Caller caller) {
        settle(thing, area, ReportAction.DISMISS, reason, caller);
        jdbi.useHandle(h -> h.createUpdate("""
                update hiding set restored_at = :now where thing_kind = :kind and thing_id = :id and restored_at is null
                """)
                .bind("kind", thing.kind())
                .bind("id", thing.id())
                .bind("now", time.instant())
                .execute());
    }

    /** One decision about a post answers all who reported it. Returns what was decided. */
    List<Report> settle(Ref thing, String area, ReportAction action, @Nullable String reason, Caller caller) {
        // Whoever answers for the post now, as the feature says: it may have been moved since.
        jdbi.useHandle(h -> h.createUpdate("""
                update report set area_code = :area where thing_kind = :kind and thing_id = :id and state = 'submitted'
                    and area_code <> :area
                """)
                .bind("area", area)
                .bind("kind", thing.kind())
                .bind("id", thing.id())
                .execute());
        var waiting = store.lockWaiting(thing);
        for (var report : waiting) {
            lifecycle.apply(report, action, caller, reason, report.eventData());
            jdbi.useHandle(h -> h.createUpdate("update report set reason = :reason, decided_by = :me where id = :id")
                    .bind("reason", reason)
                    .bind("me", caller.id())
                    .bind("id", report.id())
                    .execute());
        }
        return waiting;
    }
}
