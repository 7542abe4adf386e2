package org.hehuo.meetings;

import static org.hehuo.kernel.sql.Columns.instant;
import static org.hehuo.kernel.sql.Columns.instantOrNull;
import static org.hehuo.kernel.sql.Columns.texts;
import static org.hehuo.kernel.sql.Columns.word;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hehuo.areas.AreaFilter;
import org.hehuo.areas.Areas;
import org.hehuo.kernel.life.Action;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.paging.Select;
import org.hehuo.kernel.paging.Sort;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.notifications.Titled;
import org.hehuo.partners.Partners;
import org.hehuo.projects.Projects;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads meetings. */
@ApplicationScoped
class MeetingQueries implements Titled {
    private static final Sort NEWEST = Sort.descending("m.starts_at", "timestamptz");
    private static final Sort ID = Sort.descending("m.id", "text");

    final Jdbi jdbi;
    final Select.Pages pages;
    final MeetingStore store;
    final Areas areas;
    final Projects projects;
    final Partners partners;

    MeetingQueries(
            Jdbi jdbi, Select.Pages pages, MeetingStore store, Areas areas, Projects projects, Partners partners) {
        this.jdbi = jdbi;
        this.pages = pages;
        this.store = store;
        this.areas = areas;
        this.projects = projects;
        this.partners = partners;
    }

    private record There(
            String partner, boolean invited, @Nullable Instant arrived, boolean inHall) {}

    @Override
    public String kind() {
        return Meeting.KIND;
    }

    @Override
    public Map<String, String> titles(Collection<String> ids, Caller caller) {
        return jdbi.withHandle(h -> h.createQuery("select id, title from meeting where id = any(:ids)")
                .bind("ids", ids.toArray(String[]::new))
                .map((rs, ctx) -> Map.entry(rs.getString("id"), rs.getString("title")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    Page<MeetingRow> page(MeetingQuery query) {
        var list = Select.of("""
                        m.id, m.title, m.state, m.place, m.area_code, m.starts_at,
                        (select count(*) from meeting_project p where p.meeting_id = m.id) as projects,
                        (select count(*) from meeting_partner p where p.meeting_id = m.id) as partners
                        """, "from meeting m").where("m.state = any(:state)", "state", query.state());
        AreaFilter.below(list, "m", query.area(), "area");
        return pages.page(
                list,
                NEWEST,
                ID,
                query.pageSize(),
                query.cursor(),
                (rs, ctx) -> new MeetingRow(
                        rs.getString("id"),
                        rs.getString("title"),
                        word(rs, "state", MeetingState.class),
                        rs.getString("place"),
                        areas.ref(rs.getString("area_code")),
                        instant(rs, "starts_at"),
                        rs.getInt("projects"),
                        rs.getInt("partners")));
    }

    MeetingView view(String id, Caller caller) {
        return jdbi.withHandle(h -> h.createQuery("select m.* from meeting m where m.id = :id")
                .bind("id", id)
                .map((rs, ctx) -> view(rs, Meeting.read(rs), caller))
                .findOne()
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
    }

    private MeetingView view(ResultSet rs, Meeting meeting, Caller caller) throws SQLException {
        return new MeetingView(
                meeting.id(),
                rs.getString("title"),
                meeting.state(),
                rs.getString("place"),
                areas.ref(meeting.areaCode()),
                meeting.startsAt(),
                texts(rs, "agenda"),
                references(meeting.id()),
                guests(meeting.id()),
                store.rounds(meeting.id()).stream()
                        .map(round -> RoundView.of(round, caller))
                        .toList(),
                instantOrNull(rs, "started_at"),
                instantOrNull(rs, "closed_at"),
                rs.getString("end_reason"),
                caller.isStaffOf(meeting.areaCode()) ? rs.getString("hall_code") : null,
                Action.allowed(MeetingAction.values(), meeting, caller),
                instant(rs, "created_at"),
                meeting.version());
    }

    private List<Projects.Reference> references(String meeting) {
        var ids = projectsOf(meeting);
        var known = projects.refs(ids);
        return ids.stream().map(id -> Objects.requireNonNull(known.get(id))).toList();
    }

    private List<String> projectsOf(String meeting) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select project_id from meeting_project where meeting_id = :id order by position, project_id")
                .bind("id", meeting)
                .mapTo(String.class)
                .list());
    }

    private List<MeetingView.Guest> guests(String meeting) {
        var there = jdbi.withHandle(h -> h.createQuery("""
                select partner_id, invited_at is not null as invited, checked_in_at, in_hall from meeting_partner
                where meeting_id = :id order by checked_in_at nulls last, partner_id
                """)
                .bind("id", meeting)
                .map((rs, ctx) -> new There(
                        rs.getString("partner_id"),
                        rs.getBoolean("invited"),
                        instantOrNull(rs, "checked_in_at"),
                        rs.getBoolean("in_hall")))
                .list());
        var names = partners.refs(there.stream().map(There::partner).toList());
        return there.stream()
                .map(one -> new MeetingView.Guest(
                        Objects.requireNonNull(names.get(one.partner)), one.invited, one.arrived, one.inHall))
                .toList();
    }

    /** What may be edited, as it is. */
    MeetingForm editable(String id) {
        return jdbi.withHandle(h -> h.createQuery("select m.* from meeting m where m.id = :id")
                .bind("id", id)
                .map((rs, ctx) -> new MeetingForm(
                        rs.getString("title"),
                        rs.getString("place"),
                        instant(rs, "starts_at"),
                        texts(rs, "agenda"),
                        projectsOf(id),
                        invited(id)))
                .one());
    }

    private List<String> invited(String meeting) {
        return jdbi.withHandle(
                h -> h.createQuery("""
                select partner_id from meeting_partner where meeting_id = :id and invited_at is not null order by partner_id
                """).bind("id", meeting).mapTo(String.class).list());
    }

    String hallCode(String meeting) {
        return jdbi.withHandle(h -> h.createQuery("select hall_code from meeting where id = :id")
                .bind("id", meeting)
                .mapTo(String.class)
                .one());
    }
}
