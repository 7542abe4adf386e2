package org.hehuo.meetings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.hehuo.kernel.life.Lifecycle;
import org.hehuo.kernel.outbox.Outbox;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Holding a joint meeting. */
@ApplicationScoped
public class MeetingService {
    final Jdbi jdbi;
    final MeetingStore store;
    final MeetingQueries queries;
    final RoundService rounds;
    final Rehearsals rehearsals;
    final Lifecycle lifecycle;
    final Outbox outbox;
    final Time time;

    MeetingService(
            Jdbi jdbi,
            MeetingStore store,
            MeetingQueries queries,
            RoundService rounds,
            Rehearsals rehearsals,
            Lifecycle lifecycle,
            Outbox outbox,
            Time time) {
        this.jdbi = jdbi;
        this.store = store;
        this.queries = queries;
        this.rounds = rounds;
        this.rehearsals = rehearsals;
        this.lifecycle = lifecycle;
        this.outbox = outbox;
        this.time = time;
    }

    @Transactional
    public MeetingView start(String id, @Nullable String text, Caller caller) {
        var meeting = store.lock(id);
        lifecycle.apply(meeting, MeetingAction.START, caller, text, meeting.eventData(store.invited(id)));
        rehearsals.clear(id);
        rounds.putOff(id, meeting.startsAt());
        jdbi.useHandle(h -> h.createUpdate("update meeting set started_at = :now where id = :id")
                .bind("now", time.instant())
                .bind("id", id)
                .execute());
        return queries.view(id, caller);
    }

    /** What nobody claimed is free again for whoever comes. */
    @Transactional
    public MeetingView close(String id, @Nullable String text, Caller caller) {
        end(store.lock(id), MeetingAction.CLOSE, text, caller);
        return queries.view(id, caller);
    }

    @Transactional
    MeetingView cancel(String id, String reason, Caller caller) {
        end(store.lock(id), MeetingAction.CANCEL, reason, caller);
        return queries.view(id, caller);
    }

    /** Those who are invited are reminded, once. */
    @Transactional
    void remind(String id) {
        var meeting = store.lock(id);
        int first = jdbi.withHandle(h ->
                h.createUpdate("""
                update meeting set reminded_at = :now where id = :id and state = 'planned' and reminded_at is null
                """).bind("now", time.instant()).bind("id", id).execute());
        if (first == 1) outbox.emit("coming_up", meeting, Caller.CLOCK, meeting.eventData(store.invited(id)));
    }

    /** Time has come; does nothing if somebody was quicker. */
    @Transactional
    void end(String id) {
        var meeting = store.lock(id);
        if (!meeting.isUnfinished()) return;
        var how = meeting.state() == MeetingState.LIVE ? MeetingAction.CLOSE : MeetingAction.FALL_THROUGH;
        end(meeting, how, null, Caller.CLOCK);
    }

    private void end(Meeting meeting, MeetingAction how, @Nullable String text, Caller caller) {
        lifecycle.apply(meeting, how, caller, text, meeting.eventData(store.invited(meeting.id())));
        rounds.closeAll(meeting.id());
        rehearsals.clear(meeting.id());
        jdbi.useHandle(h -> {
            h.createUpdate("update meeting set closed_at = :now, end_reason = :reason where id = :id")
                    .bind("now", time.instant())
                    .bind("reason", how == MeetingAction.CANCEL ? text : null)
                    .bind("id", meeting.id())
                    .execute();
            h.createUpdate("update meeting_project set unfinished = false where meeting_id = :id")
                    .bind("id", meeting.id())
                    .execute();
        });
    }
}
