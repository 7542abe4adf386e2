package org.hehuo.partners;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hehuo.areas.Areas;
import org.hehuo.categories.Categories;
import org.hehuo.kernel.life.Audit;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.outbox.Outbox;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.WorkCalendars;
import org.hehuo.people.Memberships;
import org.jdbi.v3.core.Jdbi;

/** Lets organisations into the directory. */
@ApplicationScoped
public class PartnerService {
    final Jdbi jdbi;
    final PartnerQueries queries;
    final Areas areas;
    final Categories categories;
    final Memberships memberships;
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
            Outbox outbox,
            Audit audit,
            WorkCalendars calendars,
            Time time) {
        this.jdbi = jdbi;
        this.queries = queries;
        this.areas = areas;
        this.categories = categories;
        this.memberships = memberships;
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
