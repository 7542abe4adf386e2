package org.hehuo.inbox;

import static org.hehuo.kernel.sql.Columns.instantOrNull;
import static org.hehuo.kernel.sql.Columns.texts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.sql.PlannedAnew;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.WorkCalendars;
import org.hehuo.people.Absences;
import org.hehuo.topics.TopicAnswers;
import org.jdbi.v3.core.Jdbi;

/** All that the first screen shows besides the list: each number is that of the list behind it, and all are one statement. */
@ApplicationScoped
class InboxQueries {
    private static final int SUBDISTRICT_DIGITS = 9;

    /** SQL: in or below the areas; a column for each level, each with its index. */
    private static final String IN_AREAS = """
            (t.district = any(:areas) or t.subdistrict = any(:areas) or t.community = any(:areas) or t.compound = any(:areas))
            """;

    private static final String COUNTS = """
            with desk as materialized (
                select t.state, t.due_at, t.created_at, t.assignee_id, t.state <> 'waiting_resident' as owed
                from topic t where t.state in ('open', 'accepted', 'in_progress', 'waiting_resident') and
            """ + IN_AREAS + """
            ), topics as (
                select count(*) filter (where state = 'open') as fresh,
                    count(*) filter (where owed and due_at < :now) as overdue,
                    count(*) filter (where owed and due_at >= :now and due_at < :tomorrow) as due_today,
                    count(*) filter (where assignee_id = :me or assignee_id in (
            """ + Absences.STOOD_IN_FOR + """
                    )) as mine,
                    count(*) filter (where state in ('accepted', 'in_progress')) as running,
                    count(*) filter (where state = 'waiting_resident') as waiting,
                    min(created_at) filter (where state = 'open') as oldest
                from desk
            ), projects as (
                select count(*) filter (where p.state = 'delivered') as delivered,
                    count(*) filter (where p.state = 'draft') as drafts
                from project p where p.state in ('draft', 'delivered')
                    and exists (select from unnest(cast(:areas as text[])) a where p.area_code like a || '%')
            )
            select topics.*, projects.*,
                (select count(*) from topic t where t.escalated_to = any(:offices) and t.state <> 'merged' and
            """ + IN_AREAS + """
                ) as raised,
                (select count(*) from claim c where c.state = 'submitted' and (c.partner_id = any(:partners)
                    or exists (select from unnest(cast(:areas as text[])) a where c.area_code like a || '%'))) as offers,
                (select count(*) from topic t where t.created_at >= :today and
            """ + IN_AREAS
            + """
                ) as came_in,
                (select count(*) from topic t where
            """ + TopicAnswers.SINCE + " and " + IN_AREAS + """
                ) as answered,
                array(select id::text from saved_filter where person_id = :me order by place) as filter_ids,
                array(select name from saved_filter where person_id = :me order by place) as filter_names,
                array(select query from saved_filter where person_id = :me order by place) as filter_queries
            from topics, projects
            """;

    final Jdbi jdbi;
    final WorkCalendars calendars;
    final Time time;

    InboxQueries(Jdbi jdbi, WorkCalendars calendars, Time time) {
        this.jdbi = jdbi;
        this.calendars = calendars;
        this.time = time;
    }

    InboxView view(Caller caller) {
        var now = time.instant();
        var today = calendars.dayOf(now);
        var offices = caller.areas().stream()
                .filter(code -> code.length() <= SUBDISTRICT_DIGITS)
                .toArray(String[]::new);
        return jdbi.withHandle(h -> h.createQuery(COUNTS)
                .addCustomizer(PlannedAnew.EACH_TIME)
                .bind("areas", caller.areas().toArray(String[]::new))
                .bind("offices", offices)
                .bind("partners", caller.partners().toArray(String[]::new))
                .bind("me", caller.personId())
                .bind("now", now)
                .bind("today", calendars.startOf(today))
                .bind("tomorrow", calendars.endOf(today))
                .map((rs, ctx) -> view(rs, today, offices.length > 0))
                .one());
    }

    /** What went up is for subdistricts and the district. */
    private static InboxView view(ResultSet rs, LocalDate today, boolean isOffice) throws SQLException {
        var trays = new ArrayList<InboxView.Tray>();
        trays.add(new InboxView.Tray("new", rs.getInt("fresh")));
        for (String name :
                List.of("overdue", "raised", "mine", "running", "waiting", "offers", "delivered", "drafts")) {
            if (isOffice || !name.equals("raised")) trays.add(new InboxView.Tray(name, rs.getInt(name)));
        }
        return new InboxView(
                trays,
                new InboxView.Day(
                        today,
                        rs.getInt("came_in"),
                        rs.getInt("answered"),
                        rs.getInt("due_today"),
                        rs.getInt("overdue"),
                        rs.getInt("waiting"),
                        instantOrNull(rs, "oldest")),
                filters(texts(rs, "filter_ids"), texts(rs, "filter_names"), texts(rs, "filter_queries")));
    }

    private static List<SavedFilter> filters(List<String> ids, List<String> names, List<String> queries) {
        return IntStream.range(0, ids.size())
                .mapToObj(i -> new SavedFilter(UUID.fromString(ids.get(i)), names.get(i), queries.get(i)))
                .toList();
    }
}
