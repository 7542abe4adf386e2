package org.hehuo.people;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.hehuo.areas.Areas;
import org.hehuo.kernel.http.IfMatch;
import org.hehuo.kernel.http.MergePatch;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.outbox.Outbox;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Vault;
import org.hehuo.kernel.time.Time;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Changes what is known of people. */
@ApplicationScoped
public class PeopleService {
    final Jdbi jdbi;
    final PeopleQueries queries;
    final Areas areas;
    final MergePatch patches;
    final Vault vault;
    final Outbox outbox;
    final Time time;

    PeopleService(
            Jdbi jdbi, PeopleQueries queries, Areas areas, MergePatch patches, Vault vault, Outbox outbox, Time time) {
        this.jdbi = jdbi;
        this.queries = queries;
        this.areas = areas;
        this.patches = patches;
        this.vault = vault;
        this.outbox = outbox;
        this.time = time;
    }

    /** Appoints somebody to exactly these areas; the role {@code staff} follows at once. */
    @Transactional
    public PersonView giveAreas(UUID person, PersonAreas wanted, Caller caller) {
        wanted.areaCodes().forEach(code -> areas.require(code, "areaCodes"));
        queries.view(person);
        var codes = wanted.areaCodes().stream().distinct().toArray(String[]::new);
        jdbi.useHandle(h -> {
            h.createUpdate("delete from staff_area where person_id = :person and area_code <> all(:codes)")
                    .bind("person", person)
                    .bind("codes", codes)
                    .execute();
            h.createUpdate("""
                    insert into staff_area (person_id, area_code, given_at, given_by)
                    select :person, code, :now, :by from unnest(cast(:codes as text[])) code on conflict do nothing
                    """)
                    .bind("person", person)
                    .bind("codes", codes)
                    .bind("now", time.instant())
                    .bind("by", caller.id())
                    .execute();
        });
        String area = codes.length == 0 ? "" : codes[0];
        outbox.emitPrivately("person.appointed", new Ref("person", person.toString()), area, caller, Map.of());
        return queries.view(person);
    }

    /** What people change about themselves. */
    @Transactional
    public MeView changeMe(@Nullable String ifMatch, JsonNode patch, Caller caller) {
        var now = jdbi.withHandle(h -> h.createQuery("""
                select p.display_name, p.home_area, p.language, p.version, c.phone
                from person p left join person_contact c on c.person_id = p.id where p.id = :id for update of p
                """)
                .bind("id", caller.personId())
                .map((rs, ctx) -> new Current(
                        new MyChange(
                                rs.getString("display_name"),
                                rs.getBytes("phone") == null ? null : vault.open(rs.getBytes("phone")),
                                rs.getString("home_area"),
                                rs.getString("language")),
                        rs.getLong("version")))
                .findOne()
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
        IfMatch.check(ifMatch, now.version);
        var changed = patches.apply(now.texts, patch, MyChange.class);
        if (changed.homeArea() != null) areas.require(changed.homeArea(), "homeArea");
        write(caller.personId(), changed);
        return queries.me(caller);
    }

    private record Current(MyChange texts, long version) {}

    private void write(UUID person, MyChange change) {
        jdbi.useHandle(h -> {
            h.createUpdate("""
                    update person set display_name = :name, home_area = :area, language = :language, version = version + 1
                    where id = :id
                    """)
                    .bind("id", person)
                    .bind("name", change.displayName())
                    .bind("area", change.homeArea())
                    .bind("language", change.language())
                    .execute();
            if (change.phone() == null) {
                h.createUpdate("delete from person_contact where person_id = :id")
                        .bind("id", person)
                        .execute();
            } else {
                h.createUpdate("""
                        insert into person_contact (person_id, phone) values (:id, :phone)
                        on conflict (person_id) do update set phone = excluded.phone
                        """)
                        .bind("id", person)
                        .bind("phone", vault.lock(change.phone()))
                        .execute();
            }
        });
    }
}
