package org.hehuo.people;

import static org.hehuo.kernel.sql.Columns.instant;
import static org.hehuo.kernel.sql.Columns.texts;
import static org.hehuo.kernel.sql.Columns.uuid;
import static org.hehuo.kernel.sql.Columns.uuidOrNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hehuo.areas.Areas;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.paging.Select;
import org.hehuo.kernel.paging.Sort;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Role;
import org.hehuo.kernel.security.Vault;
import org.hehuo.kernel.text.Coded;
import org.hehuo.kernel.text.Identified;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.WorkCalendars;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads people. */
@ApplicationScoped
class PeopleQueries {
    private static final String REACH = """
            array(select area_code from staff_area where person_id = p.id order by area_code) as areas,
            array(select partner_id from membership where person_id = p.id order by partner_id) as partners,
            array(select role from membership where person_id = p.id order by partner_id) as places
            """;
    private static final String SHOWN =
            "p.id, p.username, p.display_name, p.disabled, p.version, a.from_at, a.until_at," + " a.stand_in_id, "
                    + People.nameOf("a.stand_in_id") + " as stand_in_name, " + REACH;
    /** Takes {@code :now}: what is over is not told. */
    private static final String FROM =
            "from person p left join absence a on a.person_id = p.id and a.until_at > cast(:now as timestamptz)";
    /**
     * A part of an area has a longer code that begins as the area's does. These few are gathered first: among a million people
     * one would look for them long.
     */
    private static final String WORKS_FOR =
            "p.id = any(array(select person_id from staff_area where area_code like any(:areas)))";

    private static final Sort NEWEST = Sort.descending("p.created_at", "timestamptz");
    private static final Sort ID = Sort.descending("p.id", "uuid");

    final Jdbi jdbi;
    final Select.Pages pages;
    final Areas areas;
    final Organisations organisations;
    final Unread unread;
    final OpenWork work;
    final Vault vault;
    final WorkCalendars calendars;
    final Time time;

    PeopleQueries(
            Jdbi jdbi,
            Select.Pages pages,
            Areas areas,
            Organisations organisations,
            Unread unread,
            OpenWork work,
            Vault vault,
            WorkCalendars calendars,
            Time time) {
        this.jdbi = jdbi;
        this.pages = pages;
        this.areas = areas;
        this.organisations = organisations;
        this.unread = unread;
        this.work = work;
        this.vault = vault;
        this.calendars = calendars;
        this.time = time;
    }

    private record Row(
            UUID id,
            String username,
            String displayName,
            boolean disabled,
            long version,
            List<String> areas,
            List<String> partners,
            List<String> places,
            @Nullable AbsenceView absence) {}

    /** The district sees everybody; staff see their colleagues: whoever works for an area of theirs. */
    Page<PersonView> page(PersonQuery query, Caller caller) {
        var list = Select.of(SHOWN, FROM)
                .with("now", time.instant())
                .where("not p.is_program")
                .where("p.words @@ search_all(:q)", "q", query.q())
                .where(WORKS_FOR, "areas", query.area() == null ? null : below(List.of(query.area())))
                .when(!query.role().isEmpty(), anyOf(query.role()))
                .whether(query.disabled(), "p.disabled");
        if (!caller.is(Role.ADMIN)) list.where(WORKS_FOR.replace(":areas", ":mine"), "mine", below(caller.areas()));
        var rows = pages.page(list, NEWEST, ID, query.pageSize(), query.cursor(), (rs, ctx) -> row(rs));
        var names = names(rows.items());
        return rows.map(row -> view(row, names, caller));
    }

    private static String anyOf(List<PersonQuery.Part> roles) {
        return roles.stream().map(PersonQuery.Part::condition).collect(Collectors.joining(" or ", "(", ")"));
    }

    private static List<String> below(Collection<String> areas) {
        return areas.stream().map(code -> code + "%").toList();
    }

    /** Somebody who is not one's colleague is nobody to staff. */
    PersonView person(UUID id, Caller caller) {
        var person = view(id, caller);
        boolean colleague =
                person.areas().stream().anyMatch(area -> caller.areas().stream().anyMatch(area.code()::startsWith));
        if (!caller.is(Role.ADMIN) && !colleague) throw Problem.of(ApiError.NOT_FOUND);
        return person.with(work.of(id));
    }

    PersonView view(UUID id, Caller caller) {
        var row = jdbi.withHandle(h -> h.createQuery("select " + SHOWN + " " + FROM + " where p.id = :id")
                .bind("id", id)
                .bind("now", time.instant())
                .map((rs, ctx) -> row(rs))
                .findOne()
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
        return view(row, names(List.of(row)), caller);
    }

    MeView me(Caller caller) {
        var person = view(caller.personId(), caller);
        return jdbi.withHandle(h -> h.createQuery("""
                select p.language, p.home_area, p.version, c.phone
                from person p left join person_contact c on c.person_id = p.id where p.id = :id
                """)
                .bind("id", caller.personId())
                .map((rs, ctx) -> new MeView(
                        person.id(),
                        person.username(),
                        person.displayName(),
                        masked(rs.getBytes("phone")),
                        caller.roles().stream().sorted().toList(),
                        person.areas(),
                        person.memberships(),
                        unread.of(caller.personId()),
                        rs.getString("language"),
                        rs.getString("home_area") == null ? null : areas.ref(rs.getString("home_area")),
                        rs.getLong("version")))
                .one());
    }

    private @Nullable String masked(byte @Nullable [] phone) {
        return phone == null ? null : masked(vault.open(phone));
    }

    static String masked(String open) {
        int shown = Math.min(3, open.length() / 3);
        return open.substring(0, shown) + "****" + open.substring(open.length() - Math.min(4, (open.length() + 1) / 3));
    }

    private Map<String, String> names(List<Row> rows) {
        return organisations.names(
                rows.stream().flatMap(r -> r.partners.stream()).distinct().toList());
    }

    private PersonView view(Row row, Map<String, String> names, Caller caller) {
        var roles = new ArrayList<>(List.of(Role.RESIDENT));
        if (!row.partners.isEmpty()) roles.add(Role.PARTNER);
        if (!row.areas.isEmpty()) roles.add(Role.STAFF);
        return new PersonView(
                row.id,
                row.username,
                row.displayName,
                roles,
                row.areas.stream()
                        .map(code -> new Coded(code, areas.ref(code).name()))
                        .toList(),
                IntStream.range(0, row.partners.size())
                        .mapToObj(i -> membership(row.partners.get(i), row.places.get(i), names))
                        .toList(),
                row.disabled,
                null,
                row.absence,
                allowed(row, caller),
                row.version);
    }

    private static List<String> allowed(Row row, Caller caller) {
        if (!caller.is(Role.ADMIN)) return List.of();
        if (row.disabled) return List.of("enable");
        return caller.isPerson(row.id) ? List.of() : List.of("disable");
    }

    private static MembershipView membership(String partner, String place, Map<String, String> names) {
        var role = Memberships.Place.valueOf(place.toUpperCase(Locale.ROOT));
        return new MembershipView(new Identified(partner, names.getOrDefault(partner, partner)), role);
    }

    private Row row(ResultSet rs) throws SQLException {
        return new Row(
                uuid(rs, "id"),
                rs.getString("username"),
                rs.getString("display_name"),
                rs.getBoolean("disabled"),
                rs.getLong("version"),
                texts(rs, "areas"),
                texts(rs, "partners"),
                texts(rs, "places"),
                absence(rs));
    }

    private @Nullable AbsenceView absence(ResultSet rs) throws SQLException {
        var standIn = uuidOrNull(rs, "stand_in_id");
        if (standIn == null) return null;
        var from = instant(rs, "from_at");
        return new AbsenceView(
                calendars.dayOf(from),
                calendars.dayOf(instant(rs, "until_at").minusSeconds(1)),
                !from.isAfter(time.instant()),
                new Identified(standIn.toString(), rs.getString("stand_in_name")));
    }
}
