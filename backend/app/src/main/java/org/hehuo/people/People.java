package org.hehuo.people;

import static org.hehuo.kernel.sql.Columns.instant;
import static org.hehuo.kernel.sql.Columns.uuid;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hehuo.kernel.life.Timeline;
import org.hehuo.kernel.problem.Problem;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What other features ask about people. */
@ApplicationScoped
public class People implements Timeline.Names {
    final Jdbi jdbi;

    People(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** SQL: the name of the person whose id this column is. */
    public static String nameOf(String id) {
        return "(select display_name from person where person.id = " + id + ")";
    }

    /** Names for all rows of a list at once; nulls are passed over. */
    @Override
    public Map<UUID, String> displayNames(Collection<? extends @Nullable UUID> people) {
        var wanted = people.stream().filter(Objects::nonNull).distinct().toArray(UUID[]::new);
        if (wanted.length == 0) return Map.of();
        return jdbi.withHandle(h -> h.createQuery("select id, display_name from person where id = any(:ids)")
                .bind("ids", wanted)
                .map((rs, ctx) -> Map.entry(uuid(rs, "id"), rs.getString("display_name")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** When somebody was here for the first time. */
    public Instant since(UUID person) {
        return jdbi.withHandle(h -> h.createQuery("select created_at from person where id = :id")
                .bind("id", person)
                .map((rs, ctx) -> instant(rs, "created_at"))
                .one());
    }

    /** Whoever signs in under this user name. */
    public Optional<UUID> named(String username) {
        return jdbi.withHandle(h -> h.createQuery("select id from person where username = lower(:name)")
                .bind("name", username)
                .mapTo(UUID.class)
                .findOne());
    }

    /** Staff whose areas cover this one, nearest or not; never more than a page of notifications needs. */
    public List<UUID> staffOf(String areaCode) {
        return jdbi.withHandle(
                h -> h.createQuery("""
                select distinct s.person_id from staff_area s join person p on p.id = s.person_id
                where :area like s.area_code || '%' and not p.disabled limit 500
                """).bind("area", areaCode).mapTo(UUID.class).list());
    }

    /** @throws Problem {@code invalid} (422) naming the field, if that person does not work for the area */
    public void requireStaffOf(UUID person, String areaCode, String field) {
        boolean works = jdbi.withHandle(h -> h.createQuery("""
                select exists (select from staff_area s join person p on p.id = s.person_id
                    where s.person_id = :person and :area like s.area_code || '%' and not p.disabled)
                """)
                .bind("person", person)
                .bind("area", areaCode)
                .mapTo(Boolean.class)
                .one());
        if (!works) throw Problem.invalid(field, "not_found");
    }
}
