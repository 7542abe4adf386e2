package org.hehuo.claims;

import static org.hehuo.kernel.sql.Columns.instant;
import static org.hehuo.kernel.sql.Columns.instantOrNull;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hehuo.kernel.life.Lifecycle;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.sql.Constraints;
import org.hehuo.kernel.text.Identified;
import org.hehuo.kernel.time.Time;
import org.hehuo.partners.Level;
import org.hehuo.partners.PartnerBelongings;
import org.hehuo.partners.PartnerFigures;
import org.hehuo.partners.Partners;
import org.hehuo.projects.Undertakings;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What projects and partners need to know of claims, and what becomes of claims as their project goes on. */
@ApplicationScoped
class ClaimUndertakings implements Undertakings, PartnerFigures, PartnerBelongings, Constraints {
    final Jdbi jdbi;
    final Partners partners;
    final Credits credits;
    final Lifecycle lifecycle;
    final Time time;

    ClaimUndertakings(Jdbi jdbi, Partners partners, Credits credits, Lifecycle lifecycle, Time time) {
        this.jdbi = jdbi;
        this.partners = partners;
        this.credits = credits;
        this.lifecycle = lifecycle;
        this.time = time;
    }

    private record Held(
            String project,
            String partner,
            String claim,
            Instant since,
            @Nullable Instant begunAt,
            @Nullable Instant reportedAt) {}

    @Override
    public Map<String, List<Holder>> holders(Collection<String> projectIds) {
        if (projectIds.isEmpty()) return Map.of();
        var held = jdbi.withHandle(h -> h.createQuery("""
                select project_id, partner_id, id::text as claim_id, confirmed_at, begun_at, reported_at from claim
                where project_id = any(:ids) and state in ('confirmed', 'fulfilled') order by queue_no
                """)
                .bind("ids", projectIds.toArray(String[]::new))
                .map((rs, ctx) -> new Held(
                        rs.getString("project_id"),
                        rs.getString("partner_id"),
                        rs.getString("claim_id"),
                        instant(rs, "confirmed_at"),
                        instantOrNull(rs, "begun_at"),
                        instantOrNull(rs, "reported_at")))
                .list());
        var names = partners.refs(held.stream().map(Held::partner).distinct().toList());
        return held.stream()
                .collect(Collectors.groupingBy(
                        Held::project,
                        Collectors.mapping(
                                c -> new Holder(
                                        Objects.requireNonNull(names.get(c.partner)),
                                        c.claim,
                                        c.since,
                                        c.begunAt,
                                        c.reportedAt),
                                Collectors.toList())));
    }

    @Override
    public Set<String> carriedBy(Collection<String> partnerIds) {
        return jdbi.withHandle(h -> h.createQuery("""
                select project_id from claim where partner_id = any(:partners) and state in ('confirmed', 'fulfilled')
                order by created_at desc limit 1000
                """)
                .bind("partners", partnerIds.toArray(String[]::new))
                .mapTo(String.class)
                .collect(Collectors.toSet()));
    }

    @Override
    public Set<String> partnersBehind(String projectId) {
        return jdbi.withHandle(h -> h.createQuery("""
                select partner_id from claim where project_id = :project
                    and state in ('submitted', 'confirmed', 'waitlisted', 'fulfilled')
                """)
                .bind("project", projectId)
                .mapTo(String.class)
                .collect(Collectors.toSet()));
    }

    @Override
    public Set<String> below(Level level, Collection<String> partnerIds) {
        return credits.below(level, partnerIds);
    }

    @Override
    public void begin(String projectId, String partnerId) {
        jdbi.useHandle(h -> h.createUpdate("""
                update claim set begun_at = coalesce(begun_at, :now), updated_at = :now, version = version + 1
                where project_id = :project and partner_id = :partner and state = 'confirmed'
                """)
                .bind("now", time.instant())
                .bind("project", projectId)
                .bind("partner", partnerId)
                .execute());
    }

    @Override
    public boolean isReportedByOthers(String projectId, String partnerId) {
        return jdbi.withHandle(h -> h.createQuery("""
                select exists (
                    select from claim where project_id = :project and partner_id <> :partner and state = 'confirmed'
                        and reported_at is not null)
                """)
                .bind("project", projectId)
                .bind("partner", partnerId)
                .mapTo(Boolean.class)
                .one());
    }

    @Override
    public boolean report(String projectId, String partnerId) {
        return jdbi.withHandle(h -> {
            h.createUpdate("""
                    update claim set begun_at = coalesce(begun_at, :now), reported_at = :now, updated_at = :now, version = version + 1
                    where project_id = :project and partner_id = :partner and state = 'confirmed'
                    """)
                    .bind("now", time.instant())
                    .bind("project", projectId)
                    .bind("partner", partnerId)
                    .execute();
            return h.createQuery("""
                    select not exists (
                        select from claim where project_id = :project and state = 'confirmed' and reported_at is null)
                    """)
                    .bind("project", projectId)
                    .mapTo(Boolean.class)
                    .one();
        });
    }

    @Override
    public void sendBack(String projectId) {
        jdbi.useHandle(h -> h.createUpdate("""
                update claim set reported_at = null, updated_at = :now, version = version + 1
                where project_id = :project and state = 'confirmed'
                """)
                .bind("now", time.instant())
                .bind("project", projectId)
                .execute());
    }

    @Override
    public void fulfil(String projectId) {
        for (var claim : standing(projectId)) {
            boolean held = claim.state() == ClaimState.CONFIRMED;
            apply(claim, held ? ClaimAction.FULFIL : ClaimAction.LET_GO);
        }
    }

    @Override
    public void letGo(String projectId) {
        standing(projectId).forEach(claim -> apply(claim, ClaimAction.LET_GO));
    }

    private List<Claim> standing(String projectId) {
        return jdbi.withHandle(h -> h.createQuery("select " + Claim.COLUMNS + """
                 from claim c where c.project_id = :project and c.state in ('submitted', 'confirmed', 'waitlisted')
                order by c.queue_no for update
                """)
                .bind("project", projectId)
                .map((rs, ctx) -> Claim.read(rs))
                .list());
    }

    private void apply(Claim claim, ClaimAction action) {
        lifecycle.apply(claim, action, Caller.CLOCK, null, claim.eventData(List.of()));
        jdbi.useHandle(h -> h.createUpdate("update claim set ended_at = :now where id = :id")
                .bind("now", time.instant())
                .bind("id", claim.id())
                .execute());
    }

    @Override
    public Figures of(String partnerId) {
        return jdbi.withHandle(h -> h.createQuery("""
                select count(*) filter (where state = 'confirmed') as held,
                    count(*) filter (where state = 'fulfilled') as completed
                from claim where partner_id = :partner
                """)
                .bind("partner", partnerId)
                .map((rs, ctx) -> new Figures(rs.getInt("held"), rs.getInt("completed")))
                .one());
    }

    @Override
    public List<Identified> open(String partnerId) {
        return jdbi.withHandle(h -> h.createQuery("""
                select p.id, p.title from claim c join project p on p.id = c.project_id
                where c.partner_id = :partner and c.state in ('submitted', 'confirmed', 'waitlisted')
                order by c.created_at, c.id limit 20
                """)
                .bind("partner", partnerId)
                .map((rs, ctx) -> new Identified(rs.getString("id"), rs.getString("title")))
                .list());
    }

    @Override
    public void move(String fromPartner, String toPartner) {
        var both = jdbi.withHandle(h -> h.createQuery("""
                select project_id from claim
                where partner_id in (:from, :to) and state in ('submitted', 'confirmed', 'waitlisted', 'fulfilled')
                group by project_id having count(*) > 1 order by project_id limit 20
                """)
                .bind("to", toPartner)
                .bind("from", fromPartner)
                .mapTo(String.class)
                .list());
        if (!both.isEmpty()) throw Problem.of(ApiError.PARTNER_BOTH_CLAIM).saying(String.join(", ", both));
        jdbi.useHandle(h -> h.createUpdate("update claim set partner_id = :to where partner_id = :from")
                .bind("to", toPartner)
                .bind("from", fromPartner)
                .execute());
    }

    @Override
    public Map<String, ApiError> meanings() {
        return Map.of("claim_once_a_partner", ApiError.CLAIM_ALREADY_CLAIMED);
    }
}
