package org.hehuo.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.life.Timeline;
import org.hehuo.kernel.outbox.Outbox;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.sql.Columns;
import org.hehuo.kernel.time.Time;
import org.hehuo.notifications.Follows;
import org.hehuo.partners.Partners;
import org.hehuo.projects.ClaimPolicy;
import org.hehuo.projects.ProjectState;
import org.hehuo.projects.Projects;
import org.jdbi.v3.core.Jdbi;

/** Claiming. The project's row is held before any claim's. */
@ApplicationScoped
public class ClaimService {
    private static final int MOST_SUBMITTED = 100;

    final Jdbi jdbi;
    final ClaimQueries queries;
    final ClaimStore store;
    final ClaimShares shares;
    final ClaimSlots slots;
    final Projects projects;
    final Partners partners;
    final Timeline timeline;
    final Outbox outbox;
    final Follows follows;
    final Time time;

    ClaimService(
            Jdbi jdbi,
            ClaimQueries queries,
            ClaimStore store,
            ClaimShares shares,
            ClaimSlots slots,
            Projects projects,
            Partners partners,
            Timeline timeline,
            Outbox outbox,
            Follows follows,
            Time time) {
        this.jdbi = jdbi;
        this.queries = queries;
        this.store = store;
        this.shares = shares;
        this.slots = slots;
        this.projects = projects;
        this.partners = partners;
        this.timeline = timeline;
        this.outbox = outbox;
        this.follows = follows;
        this.time = time;
    }

    /** First come: the claim holds at once if a slot is free, else waits in line, else is refused. Reviewed: staff choose. */
    @Transactional
    public ClaimView create(String projectId, NewClaim claim, Caller caller) {
        var project = projects.facts(projectId, caller);
        boolean own = caller.speaksFor(claim.partnerId());
        if (!own && !caller.isStaffOf(project.areaCode())) throw Problem.of(ApiError.FORBIDDEN);
        partners.requireActive(claim.partnerId(), "partnerId");
        if (project.policy() == ClaimPolicy.REVIEWED) return submit(projectId, claim, !own, caller);
        // A holder may give back between the two attempts; then the slot is free at the second try.
        for (int attempt = 0; attempt < 2; attempt++) {
            if (projects.takeSlot(project)) return made(project, claim, ClaimState.CONFIRMED, !own, caller);
            if (projects.takePlaceInLine(projectId)) return made(project, claim, ClaimState.WAITLISTED, !own, caller);
        }
        throw projects.refusal(why(projects.facts(projectId, caller), claim.partnerId()), projectId, caller);
    }

    /** It takes no slot: many may offer themselves while the project is open. */
    private ClaimView submit(String projectId, NewClaim claim, boolean onBehalf, Caller caller) {
        var project = projects.lock(projectId);
        if (project.state() == ProjectState.OPEN && submitted(projectId) < MOST_SUBMITTED) {
            return made(project, claim, ClaimState.SUBMITTED, onBehalf, caller);
        }
        throw projects.refusal(why(project, claim.partnerId()), projectId, caller);
    }

    private int submitted(String project) {
        return jdbi.withHandle(
                h -> h.createQuery("select count(*) from claim where project_id = :project and state = 'submitted'")
                        .bind("project", project)
                        .mapTo(Integer.class)
                        .one());
    }

    private ApiError why(Projects.Facts project, String partner) {
        if (standsBehind(project.id(), partner)) return ApiError.CLAIM_ALREADY_CLAIMED;
        return switch (project.state()) {
            case OPEN, CLAIMED, IN_PROGRESS -> ApiError.CLAIM_SLOT_TAKEN;
            case DRAFT, DELIVERED, COMPLETED, CLOSED, CANCELLED -> ApiError.WRONG_STATE;
        };
    }

    private boolean standsBehind(String project, String partner) {
        return jdbi.withHandle(h -> h.createQuery("""
                select exists (select from claim where project_id = :project and partner_id = :partner
                    and state in ('submitted', 'confirmed', 'waitlisted', 'fulfilled'))
                """)
                .bind("project", project)
                .bind("partner", partner)
                .mapTo(Boolean.class)
                .one());
    }

    private ClaimView made(Projects.Facts project, NewClaim claim, ClaimState state, boolean onBehalf, Caller caller) {
        // Whoever took a slot or a place holds the project's row: nobody of the same partner comes in between.
        if (standsBehind(project.id(), claim.partnerId())) {
            throw projects.refusal(ApiError.CLAIM_ALREADY_CLAIMED, project.id(), caller);
        }
        boolean holds = state == ClaimState.CONFIRMED;
        var taken = shares.take(project, claim, holds, caller);
        UUID id = jdbi.withHandle(h -> h.createQuery("""
                insert into claim (project_id, partner_id, area_code, person_id, on_behalf, state, message, confirmed_at,
                    begin_by, created_at, updated_at)
                values (:project, :partner, :area, :person, :onBehalf, :state, :message, :confirmed, :beginBy, :now, :now)
                returning id
                """)
                .bind("project", project.id())
                .bind("partner", claim.partnerId())
                .bind("area", project.areaCode())
                .bind("person", caller.personId())
                .bind("onBehalf", onBehalf)
                .bind("state", state)
                .bind("message", claim.message())
                .bind("confirmed", holds ? time.instant() : null)
                .bind("beginBy", holds ? slots.beginBy(project) : null)
                .bind("now", time.instant())
                .mapTo(UUID.class)
                .one());
        shares.keep(id, taken);
        var made = store.find(id);
        timeline.record(made, verb(state), null, state, caller, claim.message());
        outbox.emit(Columns.word(state), made, caller, made.eventData(project.topics()));
        if (holds) slots.settle(project);
        partners.members(claim.partnerId()).forEach(member -> follows.follow(member, new Ref("project", project.id())));
        return queries.view(id, caller);
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
