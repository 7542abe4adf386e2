package org.hehuo.claims;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.life.Timeline;
import org.hehuo.kernel.outbox.Outbox;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.sql.Columns;
import org.hehuo.kernel.time.Time;
import org.hehuo.notifications.Follows;
import org.hehuo.partners.Partners;
import org.hehuo.projects.Needs;
import org.hehuo.projects.Projects;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Writes a new claim down, with all that belongs to it. */
@ApplicationScoped
class ClaimBirths {
    final Jdbi jdbi;
    final ClaimStore store;
    final ClaimShares shares;
    final ClaimSlots slots;
    final Partners partners;
    final Timeline timeline;
    final Outbox outbox;
    final Follows follows;
    final Asked asked;
    final Time time;

    ClaimBirths(
            Jdbi jdbi,
            ClaimStore store,
            ClaimShares shares,
            ClaimSlots slots,
            Partners partners,
            Timeline timeline,
            Outbox outbox,
            Follows follows,
            Asked asked,
            Time time) {
        this.jdbi = jdbi;
        this.store = store;
        this.shares = shares;
        this.slots = slots;
        this.partners = partners;
        this.timeline = timeline;
        this.outbox = outbox;
        this.follows = follows;
        this.asked = asked;
        this.time = time;
    }

    /** @param state in which it is born; a slot and the share are taken already */
    record Undertaking(
            String partner,
            ClaimState state,
            List<Needs.Share> shares,
            @Nullable String message,
            boolean onBehalf) {

        boolean holds() {
            return state == ClaimState.CONFIRMED;
        }
    }

    UUID born(Projects.Facts project, Undertaking claim, Caller caller) {
        UUID id = insert(project, claim, caller);
        shares.keep(id, claim.shares);
        var made = store.find(id);
        timeline.record(made, verb(claim.state), null, claim.state, caller, claim.message);
        outbox.emit(Columns.word(claim.state), made, caller, made.eventData(project.topics()));
        if (claim.holds()) slots.settle(project);
        partners.members(claim.partner).forEach(member -> follows.follow(member, new Ref("project", project.id())));
        asked.claimed(project.id(), claim.partner, id, caller);
        return id;
    }

    private UUID insert(Projects.Facts project, Undertaking claim, Caller caller) {
        return jdbi.withHandle(h -> h.createQuery("""
                insert into claim (project_id, partner_id, area_code, person_id, on_behalf, state, message, confirmed_at,
                    begin_by, created_at, updated_at)
                values (:project, :partner, :area, :person, :onBehalf, :state, :message, :confirmed, :beginBy, :now, :now)
                returning id
                """)
                .bind("project", project.id())
                .bind("partner", claim.partner)
                .bind("area", project.areaCode())
                .bind("person", caller.personId())
                .bind("onBehalf", claim.onBehalf)
                .bind("state", claim.state)
                .bind("message", claim.message)
                .bind("confirmed", claim.holds() ? time.instant() : null)
                .bind("beginBy", claim.holds() ? slots.beginBy(project) : null)
                .bind("now", time.instant())
                .mapTo(UUID.class)
                .one());
    }

    private static String verb(ClaimState born) {
        return switch (born) {
            case CONFIRMED -> "create";
            case WAITLISTED -> "waitlist";
            case SUBMITTED -> "submit";
            case FULFILLED, REJECTED, WITHDRAWN, LAPSED -> throw new IllegalArgumentException(born.name());
        };
    }
}
