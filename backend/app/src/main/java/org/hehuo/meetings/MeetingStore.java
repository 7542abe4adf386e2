package org.hehuo.meetings;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.sql.Constraints;
import org.hehuo.kernel.time.Time;
import org.jdbi.v3.core.Jdbi;

/** Loads meetings and rounds for their rules. A meeting's row is held before its rounds'. */
@ApplicationScoped
class MeetingStore implements Constraints {
    final Jdbi jdbi;
    final Time time;

    MeetingStore(Jdbi jdbi, Time time) {
        this.jdbi = jdbi;
        this.time = time;
    }

    Meeting find(String id) {
        return load(id, "");
    }

    Meeting lock(String id) {
        return load(id, " for update of m");
    }

    private Meeting load(String id, String locking) {
        return jdbi.withHandle(
                h -> h.createQuery("select " + Meeting.COLUMNS + " from meeting m where m.id = :id" + locking)
                        .bind("id", id)
                        .map((rs, ctx) -> Meeting.read(rs))
                        .findOne()
                        .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
    }

    /** Holds the row until the transaction ends: who claims in it does not wait, who steers it does. */
    ClaimRound lockRound(String meeting, UUID id) {
        return jdbi.withHandle(h -> h.createQuery("select " + ClaimRound.COLUMNS + """
                 from claim_round r join meeting m on m.id = r.meeting_id
                where r.id = :id and r.meeting_id = :meeting for no key update of r
                """)
                .bind("id", id)
                .bind("meeting", meeting)
                .bind("shift", time.shift().toString())
                .map((rs, ctx) -> ClaimRound.read(rs))
                .findOne()
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
    }

    List<ClaimRound> rounds(String meeting) {
        return jdbi.withHandle(h -> h.createQuery("select " + ClaimRound.COLUMNS + """
                 from claim_round r join meeting m on m.id = r.meeting_id where r.meeting_id = :meeting order by r.opens_at, r.id
                """)
                .bind("meeting", meeting)
                .bind("shift", time.shift().toString())
                .map((rs, ctx) -> ClaimRound.read(rs))
                .list());
    }

    /** Its projects that have something free, and somebody who waits for it. */
    List<String> openWithALine(String meeting) {
        return jdbi.withHandle(h ->
                h.createQuery("""
                select p.id from meeting_project b join project p on p.id = b.project_id
                where b.meeting_id = :meeting and p.state = 'open' and p.waiting > 0 order by p.id
                """).bind("meeting", meeting).mapTo(String.class).list());
    }

    List<String> invited(String meeting) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select partner_id from meeting_partner where meeting_id = :meeting order by partner_id")
                .bind("meeting", meeting)
                .mapTo(String.class)
                .list());
    }

    @Override
    public Map<String, ApiError> meanings() {
        return Map.of(
                "meeting_project_once", ApiError.MEETING_PROJECT_TAKEN,
                "claim_round_one_at_a_time", ApiError.MEETING_ROUND_PLANNED);
    }
}
