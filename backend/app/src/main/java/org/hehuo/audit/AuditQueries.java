package org.hehuo.audit;

import static org.hehuo.kernel.sql.Columns.instant;
import static org.hehuo.kernel.sql.Columns.uuidOrNull;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.hehuo.areas.Areas;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.paging.Select;
import org.hehuo.kernel.paging.Sort;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.text.Words;
import org.hehuo.kernel.time.WorkCalendars;
import org.hehuo.notifications.Titled;
import org.hehuo.partners.Partners;
import org.hehuo.people.People;
import org.jspecify.annotations.Nullable;

/** Reads what was done. */
@ApplicationScoped
class AuditQueries {
    /** Two walks down two indexes, merged: a thing is what something was done to, or a part of it. */
    private static final String OF_ONE_THING = """
            from ((select * from audit where thing_id = :thing order by at desc, id desc)
                union all (select * from audit where part_id = :thing and thing_id <> :thing order by at desc, id desc)) a
            """;

    private static final Sort NEWEST = Sort.descending("a.at", "timestamptz");
    private static final Sort ID = Sort.descending("a.id", "bigint");

    final Select.Pages pages;
    final People people;
    final Partners partners;
    final Areas areas;
    final List<Titled> features;
    final WorkCalendars calendars;

    AuditQueries(
            Select.Pages pages,
            People people,
            Partners partners,
            Areas areas,
            @All List<Titled> features,
            WorkCalendars calendars) {
        this.pages = pages;
        this.people = people;
        this.partners = partners;
        this.areas = areas;
        this.features = features;
        this.calendars = calendars;
    }

    private record Row(
            String id,
            Instant at,
            String action,
            @Nullable UUID actor,
            @Nullable String role,
            boolean hidden,
            Ref thing,
            @Nullable Ref part,
            @Nullable String note) {}

    Page<AuditView> page(AuditQuery query, Caller caller) {
        var list = Select.of("a.*", query.thing() == null ? "from audit a" : OF_ONE_THING)
                .where("a.actor_id = :actor", "actor", query.actor());
        if (query.thing() != null) list.with("thing", query.thing());
        if (query.from() != null) list.where("a.at >= :since", "since", calendars.startOf(query.from()));
        var rows = pages.page(list, NEWEST, ID, query.pageSize(), query.cursor(), (rs, ctx) -> row(rs));
        var names = names(rows.items(), caller);
        return rows.map(row -> new AuditView(
                row.id,
                row.at,
                row.action,
                new AuditView.Actor(row.actor, actor(row, names, caller), row.role),
                AuditView.Thing.of(row.thing, names.get(row.thing)),
                row.part == null ? null : AuditView.Thing.of(row.part, names.get(row.part)),
                row.note));
    }

    private static String actor(Row row, Map<Ref, String> names, Caller caller) {
        if (row.actor != null) return names.getOrDefault(person(row.actor), "");
        return Words.say(caller.language(), row.hidden ? "person.anonymous" : "person.system");
    }

    /** Of everybody and everything on the page, as far as this caller may know them. */
    private Map<Ref, String> names(List<Row> rows, Caller caller) {
        var wanted = rows.stream()
                .flatMap(row -> Stream.of(row.thing, row.part, row.actor == null ? null : person(row.actor)))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var names = new HashMap<Ref, String>();
        people.displayNames(ids(wanted, "person").map(UUID::fromString).toList())
                .forEach((id, name) -> names.put(person(id), name));
        partners.names(ids(wanted, "partner").toList()).forEach((id, name) -> names.put(new Ref("partner", id), name));
        ids(wanted, "area")
                .forEach(
                        code -> names.put(new Ref("area", code), areas.ref(code).name()));
        for (var feature : features) {
            var ids = ids(wanted, feature.kind()).toList();
            if (!ids.isEmpty()) {
                feature.titles(ids, caller).forEach((id, title) -> names.put(new Ref(feature.kind(), id), title));
            }
        }
        return names;
    }

    private static Stream<String> ids(List<Ref> things, String kind) {
        return things.stream().filter(t -> t.kind().equals(kind)).map(Ref::id);
    }

    private static Ref person(UUID id) {
        return new Ref("person", id.toString());
    }

    private static Row row(ResultSet rs) throws SQLException {
        String part = rs.getString("part_id");
        return new Row(
                rs.getString("id"),
                instant(rs, "at"),
                rs.getString("action"),
                uuidOrNull(rs, "actor_id"),
                rs.getString("actor_role"),
                rs.getBoolean("actor_hidden"),
                new Ref(rs.getString("thing_kind"), rs.getString("thing_id")),
                part == null ? null : new Ref(rs.getString("part_kind"), part),
                rs.getString("note"));
    }
}
