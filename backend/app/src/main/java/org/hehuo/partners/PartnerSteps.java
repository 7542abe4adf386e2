package org.hehuo.partners;

import static java.util.stream.Collectors.joining;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.hehuo.kernel.life.Audit;
import org.hehuo.kernel.life.Lifecycle;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Role;
import org.hehuo.kernel.security.Vault;
import org.hehuo.people.Memberships;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What the district decides about a partner's membership. */
@ApplicationScoped
public class PartnerSteps {
    final Jdbi jdbi;
    final PartnerStore store;
    final PartnerQueries queries;
    final PartnerFigures figures;
    final PartnerTerm term;
    final List<PartnerBelongings> belongings;
    final Memberships memberships;
    final Lifecycle lifecycle;
    final Audit audit;
    final Vault vault;

    PartnerSteps(
            Jdbi jdbi,
            PartnerStore store,
            PartnerQueries queries,
            PartnerFigures figures,
            PartnerTerm term,
            @All List<PartnerBelongings> belongings,
            Memberships memberships,
            Lifecycle lifecycle,
            Audit audit,
            Vault vault) {
        this.jdbi = jdbi;
        this.store = store;
        this.queries = queries;
        this.figures = figures;
        this.term = term;
        this.belongings = belongings;
        this.memberships = memberships;
        this.lifecycle = lifecycle;
        this.audit = audit;
        this.vault = vault;
    }

    /** It claims nothing and is in no list until it is reinstated; what it holds it may finish. */
    @Transactional
    public PartnerView suspend(String id, String reason, Caller caller) {
        step(store.lock(id, caller), PartnerAction.SUSPEND, reason, caller);
        explain(id, reason);
        return queries.view(id, caller);
    }

    @Transactional
    public PartnerView reinstate(String id, @Nullable String text, Caller caller) {
        step(store.lock(id, caller), PartnerAction.REINSTATE, text, caller);
        explain(id, null);
        return queries.view(id, caller);
    }

    @Transactional
    public PartnerView renew(String id, @Nullable String text, Caller caller) {
        var partner = store.lock(id, caller);
        step(partner, PartnerAction.RENEW, text, caller);
        jdbi.useHandle(h -> h.createUpdate("update partner set term_ends_on = :end where id = :id")
                .bind("end", term.renewed(partner.termEndsOn()))
                .bind("id", id)
                .execute());
        return queries.view(id, caller);
    }

    /** Nobody is left waiting for it: what it has undertaken is handed back or passed on first. */
    @Transactional
    public PartnerView leave(String id, String reason, Caller caller) {
        var partner = store.lock(id, caller);
        PartnerAction.LEAVE.check(partner, caller);
        var open = figures.open(id);
        if (!open.isEmpty()) {
            String which = open.stream().map(p -> p.id() + " " + p.name()).collect(joining(", "));
            throw PartnerAction.refusal(ApiError.PARTNER_HOLDS_CLAIMS, partner, caller)
                    .saying(which);
        }
        step(partner, PartnerAction.LEAVE, reason, caller);
        explain(id, reason);
        memberships.dissolve(id, caller);
        return queries.view(id, caller);
    }

    /** Two entries of one organisation become one: people, areas and all that was done or promised pass to the other. */
    @Transactional
    public PartnerView merge(String id, String intoId, Caller caller) {
        if (id.equals(intoId)) throw Problem.invalid("intoId", "same");
        // In one order, so that two merges never wait for each other.
        var first = store.lock(id.compareTo(intoId) < 0 ? id : intoId, caller);
        var second = store.lock(id.compareTo(intoId) < 0 ? intoId : id, caller);
        var from = first.id().equals(id) ? first : second;
        var into = first.id().equals(intoId) ? first : second;
        PartnerAction.MERGE.check(from, caller);
        if (into.state() != PartnerState.ACTIVE) throw Problem.invalid("intoId", "not_found");
        step(from, PartnerAction.MERGE, null, caller);
        jdbi.useHandle(h -> {
            h.createUpdate("update partner set merged_into = :into where id = :id")
                    .bind("into", intoId)
                    .bind("id", id)
                    .execute();
            h.createUpdate("""
                    with earlier as (delete from partner_area where partner_id = :id returning area_code, joined_on)
                    insert into partner_area (partner_id, area_code, joined_on) select :into, area_code, joined_on from earlier
                    on conflict (partner_id, area_code)
                        do update set joined_on = least(partner_area.joined_on, excluded.joined_on)
                    """).bind("into", intoId).bind("id", id).execute();
            h.createUpdate("""
                    with earlier as (delete from partner_field where partner_id = :id returning field)
                    insert into partner_field (partner_id, field) select :into, field from earlier on conflict do nothing
                    """).bind("into", intoId).bind("id", id).execute();
            h.createUpdate("""
                    update partner p set joined_on = least(p.joined_on, d.joined_on), contact = coalesce(p.contact, d.contact),
                        credit_code = coalesce(p.credit_code, d.credit_code), intro = coalesce(p.intro, d.intro),
                        contact_phone = coalesce(p.contact_phone, d.contact_phone), version = p.version + 1
                    from partner d where p.id = :into and d.id = :id
                    """).bind("into", intoId).bind("id", id).execute();
        });
        belongings.forEach(kept -> kept.move(id, intoId));
        memberships.merge(id, intoId, caller);
        audit.record("partner.absorb", into.ref(), from.ref(), caller, null);
        return queries.view(intoId, caller);
    }

    /** Shows the district, on purpose, whom to ask; each look is recorded. */
    @Transactional
    Contact revealContact(String id, Caller caller) {
        var partner = store.find(id, caller);
        if (!caller.is(Role.ADMIN)) throw Problem.of(ApiError.FORBIDDEN);
        audit.record("partner.reveal-contact", partner.ref(), caller);
        return jdbi.withHandle(h -> h.createQuery("select contact from partner where id = :id and contact is not null")
                .bind("id", id)
                .map((rs, ctx) -> Contact.open(vault, rs.getBytes("contact")))
                .findOne()
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
    }

    private void step(Partner partner, PartnerAction action, @Nullable String text, Caller caller) {
        lifecycle.apply(partner, action, caller, text, Map.of("partner", partner.id()));
    }

    private void explain(String id, @Nullable String reason) {
        jdbi.useHandle(h -> h.createUpdate("update partner set reason = :reason where id = :id")
                .bind("reason", reason)
                .bind("id", id)
                .execute());
    }
}
