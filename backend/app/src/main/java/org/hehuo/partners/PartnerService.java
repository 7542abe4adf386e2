package org.hehuo.partners;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hehuo.areas.Areas;
import org.hehuo.categories.Categories;
import org.hehuo.kernel.http.IfMatch;
import org.hehuo.kernel.http.MergePatch;
import org.hehuo.kernel.life.Audit;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.outbox.Outbox;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.text.Coded;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.WorkCalendars;
import org.hehuo.people.Memberships;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Lets organisations into the directory, and keeps what it says of them true. */
@ApplicationScoped
public class PartnerService {
    final Jdbi jdbi;
    final PartnerQueries queries;
    final Areas areas;
    final Categories categories;
    final Memberships memberships;
    final MergePatch patches;
    final Outbox outbox;
    final Audit audit;
    final WorkCalendars calendars;
    final Time time;

    PartnerService(
            Jdbi jdbi,
            PartnerQueries queries,
            Areas areas,
            Categories categories,
            Memberships memberships,
            MergePatch patches,
            Outbox outbox,
            Audit audit,
            WorkCalendars calendars,
            Time time) {
        this.jdbi = jdbi;
        this.queries = queries;
        this.areas = areas;
        this.categories = categories;
        this.memberships = memberships;
        this.patches = patches;
        this.outbox = outbox;
        this.audit = audit;
        this.calendars = calendars;
        this.time = time;
    }

    /** Partner, areas and owner come into being together. */
    @Transactional
    public PartnerView create(NewPartner partner, Caller caller) {
        partner.areaCodes().forEach(code -> areas.require(code, "areaCodes"));
        partner.fieldCodes().forEach(code -> categories.requireField(code, "fieldCodes"));
        String id = insert(partner);
        var joined = partner.joinedOn() == null ? today() : partner.joinedOn();
        serve(id, partner.areaCodes(), joined);
        work(id, partner.fieldCodes());
        var ref = new Ref("partner", id);
        audit.record("partner.create", ref, caller);
        String area = partner.areaCodes().getFirst();
        memberships.grant(partner.ownerId(), id, Memberships.Place.OWNER, area, caller, "ownerId");
        outbox.emitPrivately("partner.created", ref, area, caller, Map.of());
        return queries.view(id, caller);
    }

    /** What its owners may say of it themselves; a community that it serves already keeps its day. */
    @Transactional
    PartnerView change(String id, @Nullable String ifMatch, JsonNode patch, Caller caller) {
        jdbi.withHandle(h -> h.createQuery("select id from partner where id = :id and state <> 'left' for update")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
        if (!memberships.isManagedBy(id, caller)) throw Problem.of(ApiError.FORBIDDEN);
        var now = queries.view(id, caller);
        IfMatch.check(ifMatch, now.version());
        var form = patches.apply(
                new PartnerChange(now.intro(), now.contactPhone(), codes(now.areas()), codes(now.fields())),
                patch,
                PartnerChange.class);
        form.areaCodes().forEach(code -> areas.require(code, "areaCodes"));
        form.fieldCodes().forEach(code -> categories.requireField(code, "fieldCodes"));
        jdbi.useHandle(h -> {
            h.createUpdate("""
                    update partner set intro = :intro, contact_phone = :phone, updated_at = :now, version = version + 1
                    where id = :id
                    """)
                    .bind("intro", form.intro())
                    .bind("phone", form.contactPhone())
                    .bind("now", time.instant())
                    .bind("id", id)
                    .execute();
            h.createUpdate("delete from partner_area where partner_id = :id and area_code <> all(:kept)")
                    .bind("id", id)
                    .bind("kept", form.areaCodes().toArray(String[]::new))
                    .execute();
            h.createUpdate("delete from partner_field where partner_id = :id")
                    .bind("id", id)
                    .execute();
        });
        serve(id, form.areaCodes(), today());
        work(id, form.fieldCodes());
        var ref = new Ref("partner", id);
        audit.record("partner.change", ref, caller);
        outbox.emitPrivately("partner.changed", ref, form.areaCodes().getFirst(), caller, Map.of());
        return queries.view(id, caller);
    }

    private static List<String> codes(List<Coded> things) {
        return things.stream().map(Coded::code).toList();
    }

    private String insert(NewPartner partner) {
        return jdbi.withHandle(h -> h.createQuery("""
                insert into partner (id, name, kind, credit_code, state, intro, contact_phone, joined_on, created_at, updated_at)
                values ('HH-' || lpad(nextval('partner_number')::text, 4, '0'), :name, :kind, :code, 'active', :intro, :phone,
                    :joined, :now, :now)
                returning id
                """)
                .bind("name", partner.name())
                .bind("kind", partner.kind())
                .bind("code", partner.creditCode())
                .bind("intro", partner.intro())
                .bind("phone", partner.contactPhone())
                .bind("joined", partner.joinedOn() == null ? today() : partner.joinedOn())
                .bind("now", time.instant())
                .mapTo(String.class)
                .one());
    }

    private void serve(String id, List<String> codes, LocalDate joined) {
        jdbi.useHandle(h -> h.createUpdate("""
                insert into partner_area (partner_id, area_code, joined_on)
                select distinct :id, code, cast(:joined as date) from unnest(cast(:codes as text[])) code
                on conflict do nothing
                """)
                .bind("id", id)
                .bind("codes", codes.toArray(String[]::new))
                .bind("joined", joined)
                .execute());
    }

    private void work(String id, List<String> fields) {
        jdbi.useHandle(h -> h.createUpdate("""
                insert into partner_field (partner_id, field) select distinct :id, f from unnest(cast(:fields as text[])) f
                """)
                .bind("id", id)
                .bind("fields", fields.toArray(String[]::new))
                .execute());
    }

    private LocalDate today() {
        return calendars.dayOf(time.instant());
    }
}
