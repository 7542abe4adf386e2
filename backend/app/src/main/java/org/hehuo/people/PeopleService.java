package org.hehuo.people;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hehuo.areas.Areas;
import org.hehuo.kernel.http.IfMatch;
import org.hehuo.kernel.http.MergePatch;
import org.hehuo.kernel.life.Audit;
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
    final OpenWork work;
    final Audit audit;
    final Time time;

    PeopleService(
            Jdbi jdbi,
            PeopleQueries queries,
            Areas areas,
            MergePatch patches,
            Vault vault,
            Outbox outbox,
            OpenWork work,
            Audit audit,
            Time time) {
        this.jdbi = jdbi;
        this.queries = queries;
        this.areas = areas;
        this.patches = patches;
        this.vault = vault;
        this.outbox = outbox;
        this.work = work;
        this.audit = audit;
        this.time = time;
    }

    /** Appoints somebody to exactly these areas; the role {@code staff} follows at once. */
    @Transactional
    public PersonView giveAreas(UUID person, PersonAreas wanted, Caller caller) {
        wanted.areaCodes().forEach(code -> areas.require(code, "areaCodes"));
        queries.view(person, caller);
        var codes = wanted.areaCodes().stream().distinct().toArray(String[]::new);
        takeAllBut(person, codes).forEach(code -> record("take-area", person, code, caller));
        give(person, codes, caller).forEach(code -> record("give-area", person, code, caller));
        String area = codes.length == 0 ? "" : codes[0];
        outbox.emitPrivately("person.appointed", ref(person), area, caller, Map.of());
        return queries.view(person, caller);
    }

    /** Nothing is left waiting on the desk of whoever goes. */
    @Transactional
    public PersonView handOver(UUID from, UUID to, Caller caller) {
        queries.view(from, caller);
        if (from.equals(to)) throw Problem.invalid("toPersonId", "same");
        if (queries.view(to, caller).areas().isEmpty()) throw Problem.invalid("toPersonId", "not_found");
        int handed = work.handOver(from, to, caller);
        audit.record("person.hand-over", ref(from), ref(to), caller, String.valueOf(handed));
        return queries.person(from, caller);
    }

    /** More areas for somebody who took them up. */
    void addAreas(UUID person, List<String> codes, Caller caller) {
        give(person, codes.toArray(String[]::new), caller).forEach(code -> record("give-area", person, code, caller));
        outbox.emitPrivately("person.appointed", ref(person), codes.getFirst(), caller, Map.of());
    }

    private List<String> takeAllBut(UUID person, String[] codes) {
        return jdbi.withHandle(h -> h.createQuery("""
                delete from staff_area where person_id = :person and area_code <> all(:codes) returning area_code
                """)
                .bind("person", person)
                .bind("codes", codes)
                .mapTo(String.class)
                .list());
    }

    private List<String> give(UUID person, String[] codes, Caller caller) {
        return jdbi.withHandle(h -> h.createQuery("""
                insert into staff_area (person_id, area_code, given_at, given_by)
                select :person, code, :now, :by from unnest(cast(:codes as text[])) code on conflict do nothing
                returning area_code
                """)
                .bind("person", person)
                .bind("codes", codes)
                .bind("now", time.instant())
                .bind("by", caller.id())
                .mapTo(String.class)
                .list());
    }

    private void record(String verb, UUID person, String area, Caller caller) {
        audit.record("person." + verb, ref(person), new Ref("area", area), caller, null);
    }

    /** Shuts somebody out of everything at once, whatever session or token they hold; nobody shuts out themselves. */
    @Transactional
    PersonView disable(UUID person, String reason, Caller caller) {
        if (caller.isPerson(person)) throw Problem.of(ApiError.PERSON_ONESELF);
        return admit(person, false, reason, caller);
    }

    @Transactional
    PersonView enable(UUID person, @Nullable String text, Caller caller) {
        return admit(person, true, text, caller);
    }

    /** Asked twice it is done, and told, once. */
    private PersonView admit(UUID person, boolean wanted, @Nullable String why, Caller caller) {
        int changed = jdbi.withHandle(h ->
                h.createUpdate("""
                update person set disabled = not :wanted, version = version + 1 where id = :id and disabled = :wanted
                """).bind("id", person).bind("wanted", wanted).execute());
        if (changed > 0) audit.record(wanted ? "person.enable" : "person.disable", ref(person), null, caller, why);
        return queries.view(person, caller);
    }

    private static Ref ref(UUID person) {
        return new Ref("person", person.toString());
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
