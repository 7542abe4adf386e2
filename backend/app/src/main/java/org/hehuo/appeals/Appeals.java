package org.hehuo.appeals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.life.Timeline;
import org.hehuo.kernel.outbox.Outbox;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.WorkCalendars;
import org.jdbi.v3.core.Jdbi;

/** What a feature whose decisions may be appealed against asks. */
@ApplicationScoped
public class Appeals {
    /** Promised to whoever appeals: an answer within so many working days. */
    private static final int DAYS_TO_ANSWER = 5;

    final Jdbi jdbi;
    final AppealStore store;
    final Timeline timeline;
    final Outbox outbox;
    final WorkCalendars calendars;
    final Time time;

    Appeals(Jdbi jdbi, AppealStore store, Timeline timeline, Outbox outbox, WorkCalendars calendars, Time time) {
        this.jdbi = jdbi;
        this.store = store;
        this.timeline = timeline;
        this.outbox = outbox;
        this.calendars = calendars;
        this.time = time;
    }

    /**
     * The caller appeals. That it is the first time against this decision is for the feature to see to.
     *
     * @param page on whose page it is told
     * @param against who decided
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void submit(Ref thing, Ref page, String area, Decision decision, UUID against, String text, Caller caller) {
        var now = time.instant();
        UUID id = jdbi.withHandle(h -> h.createQuery("""
                insert into appeal (state, thing_kind, thing_id, page_id, area_code, decision, appellant_id, against_id, text,
                    due_at, created_at, updated_at)
                values ('submitted', :kind, :thing, :page, :area, :decision, :me, :against, :text, :due, :now, :now)
                returning id
                """)
                .bind("kind", thing.kind())
                .bind("thing", thing.id())
                .bind("page", page.id())
                .bind("area", area)
                .bind("decision", decision)
                .bind("me", caller.personId())
                .bind("against", against)
                .bind("text", text)
                .bind("due", calendars.around(calendars.dayOf(now)).endOfWorkingDay(now, DAYS_TO_ANSWER))
                .bind("now", now)
                .mapTo(UUID.class)
                .one());
        var appeal = store.find(id, caller);
        timeline.record(appeal, "submit", null, appeal.state(), caller, text);
        outbox.emit("submitted", appeal, caller, appeal.eventData());
    }

    /** What was decided on this page is another area's to answer for; an appeal that is being decided now is left to be. */
    public void moved(String page, String area) {
        jdbi.useHandle(
                h -> h.createUpdate("""
                update appeal set area_code = :area where id in (
                    select id from appeal where page_id = :page and state = 'submitted' for update skip locked)
                """).bind("area", area).bind("page", page).execute());
    }
}
