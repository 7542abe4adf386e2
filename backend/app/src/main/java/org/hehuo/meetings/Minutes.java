package org.hehuo.meetings;

import static org.hehuo.kernel.sql.Columns.instant;
import static org.hehuo.kernel.sql.Columns.instantOrNull;
import static org.hehuo.kernel.sql.Columns.texts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.hehuo.areas.Areas;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.text.Identified;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** Draws the minutes from what happened: whoever reads them later reads the same. */
@ApplicationScoped
class Minutes {
    /** What was held when the meeting closed, or is now; from {@code claim c} and {@code meeting m}. */
    private static final String HELD = """
            c.confirmed_at <= coalesce(m.closed_at, 'infinity') and (c.ended_at is null or c.ended_at > m.closed_at)
            """;

    final Jdbi jdbi;
    final MeetingStore store;
    final Areas areas;

    Minutes(Jdbi jdbi, MeetingStore store, Areas areas) {
        this.jdbi = jdbi;
        this.store = store;
        this.areas = areas;
    }

    MinutesView of(String id, Caller caller) {
        var meeting = store.find(id);
        return jdbi.withHandle(
                        h -> h.createQuery("select m.* from meeting m where m.id = :id and m.started_at is not null")
                                .bind("id", id)
                                .map((rs, ctx) -> view(rs, meeting))
                                .findOne())
                .orElseThrow(() -> MeetingAction.refusal(ApiError.WRONG_STATE, meeting, caller));
    }

    private MinutesView view(ResultSet rs, Meeting meeting) throws SQLException {
        return new MinutesView(
                meeting.id(),
                rs.getString("title"),
                rs.getString("place"),
                areas.ref(meeting.areaCode()),
                instant(rs, "started_at"),
                instantOrNull(rs, "closed_at"),
                texts(rs, "agenda"),
                arrivals(meeting.id()),
                absent(meeting.id()),
                claims(meeting.id()),
                left(meeting.id()));
    }

    private List<MinutesView.Arrival> arrivals(String id) {
        return list(
                id,
                """
                select o.id, o.name, w.checked_in_at, w.in_hall from meeting_partner w join partner o on o.id = w.partner_id
                where w.meeting_id = :id and w.checked_in_at is not null order by w.checked_in_at, o.id
                """,
                (rs, ctx) ->
                        new MinutesView.Arrival(partner(rs), instant(rs, "checked_in_at"), rs.getBoolean("in_hall")));
    }

    private List<Identified> absent(String id) {
        return list(id, """
                select o.id, o.name from meeting_partner w join partner o on o.id = w.partner_id
                where w.meeting_id = :id and w.checked_in_at is null order by o.id
                """, (rs, ctx) -> partner(rs));
    }

    private List<MinutesView.Claimed> claims(String id) {
        return list(
                id,
                """
                select o.id, o.name, p.id as project_id, p.title, c.confirmed_at, c.on_behalf
                from meeting_project b join meeting m on m.id = b.meeting_id join project p on p.id = b.project_id
                    join claim c on c.project_id = p.id join partner o on o.id = c.partner_id
                where b.meeting_id = :id and c.confirmed_at >= m.started_at and\s""" + HELD + """
                order by c.confirmed_at, c.id
                """,
                (rs, ctx) -> new MinutesView.Claimed(
                        rs.getString("project_id"),
                        rs.getString("title"),
                        partner(rs),
                        instant(rs, "confirmed_at"),
                        rs.getBoolean("on_behalf")));
    }

    /** A shared project whose needs are filled has nothing left, however many more might have shared it. */
    private List<MinutesView.Left> left(String id) {
        return list(
                id,
                """
                select p.id as project_id, p.title, p.slots - held.claims as slots_left, (
                        select count(*) from claim o where o.project_id = p.id and p.claim_policy = 'reviewed'
                            and o.created_at <= coalesce(m.closed_at, 'infinity')
                            and coalesce(o.confirmed_at, o.ended_at, 'infinity') > coalesce(m.closed_at, now())) as offers
                from meeting_project b join meeting m on m.id = b.meeting_id join project p on p.id = b.project_id
                    cross join lateral (
                        select count(*) as claims from claim c where c.project_id = p.id and\s""" + HELD + """
                    ) held
                where b.meeting_id = :id and held.claims < p.slots and (p.claim_mode <> 'shared' or exists (
                    select from need n where n.project_id = p.id and n.quantity > coalesce((
                        select sum(s.quantity) from claim_share s join claim c on c.id = s.claim_id
                        where s.need_id = n.id and\s""" + HELD + """
                    ), 0)))
                order by b.position, p.id
                """,
                (rs, ctx) -> new MinutesView.Left(
                        rs.getString("project_id"),
                        rs.getString("title"),
                        rs.getInt("slots_left"),
                        rs.getInt("offers")));
    }

    private <T> List<T> list(String id, String query, RowMapper<T> mapper) {
        return jdbi.withHandle(
                h -> h.createQuery(query).bind("id", id).map(mapper).list());
    }

    private static Identified partner(ResultSet rs) throws SQLException {
        return new Identified(Objects.requireNonNull(rs.getString("id")), Objects.requireNonNull(rs.getString("name")));
    }
}
