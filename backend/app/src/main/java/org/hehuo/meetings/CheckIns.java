package org.hehuo.meetings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.outbox.Outbox;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.hehuo.partners.Partners;
import org.jdbi.v3.core.Jdbi;

/** Who comes to a joint meeting. */
@ApplicationScoped
public class CheckIns {
    final Jdbi jdbi;
    final MeetingStore store;
    final MeetingQueries queries;
    final Partners partners;
    final Outbox outbox;
    final Time time;

    CheckIns(Jdbi jdbi, MeetingStore store, MeetingQueries queries, Partners partners, Outbox outbox, Time time) {
        this.jdbi = jdbi;
        this.store = store;
        this.queries = queries;
        this.partners = partners;
        this.outbox = outbox;
        this.time = time;
    }

    /** In the hall with its code, or by staff; else from afar. Whoever comes twice is there once. */
    @Transactional
    public MeetingView arrive(String id, CheckIn arrival, Caller caller) {
        var meeting = store.find(id);
        boolean staff = caller.isStaffOf(meeting.areaCode());
        if (!staff && !caller.speaksFor(arrival.partnerId())) throw Problem.of(ApiError.FORBIDDEN);
        if (!meeting.isUnfinished()) throw MeetingAction.refusal(ApiError.WRONG_STATE, meeting, caller);
        partners.requireActive(arrival.partnerId(), "partnerId");
        String hall = queries.hallCode(id);
        if (arrival.hallCode() != null && !arrival.hallCode().equals(hall))
            throw Problem.invalid("hallCode", "not_found");
        boolean inHall = arrival.hallCode() != null || !caller.speaksFor(arrival.partnerId());
        jdbi.useHandle(h -> h.createUpdate("""
                insert into meeting_partner (meeting_id, partner_id, checked_in_at, checked_in_by, in_hall)
                values (:id, :partner, :now, :me, :inHall)
                on conflict (meeting_id, partner_id) do update set in_hall = meeting_partner.in_hall or excluded.in_hall,
                    checked_in_at = coalesce(meeting_partner.checked_in_at, excluded.checked_in_at),
                    checked_in_by = coalesce(meeting_partner.checked_in_by, excluded.checked_in_by)
                """)
                .bind("id", id)
                .bind("partner", arrival.partnerId())
                .bind("now", time.instant())
                .bind("me", caller.personId())
                .bind("inHall", inHall)
                .execute());
        outbox.emit(
                "checked_in", new Ref("partner", arrival.partnerId()), meeting, caller, meeting.eventData(List.of()));
        return queries.view(id, caller);
    }
}
