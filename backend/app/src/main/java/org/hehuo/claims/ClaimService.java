package org.hehuo.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
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
    final ClaimShares shares;
    final ClaimRules rules;
    final ClaimBirths births;
    final ClaimGate gate;
    final ClaimSteps steps;
    final Projects projects;
    final Partners partners;

    ClaimService(
            Jdbi jdbi,
            ClaimQueries queries,
            ClaimShares shares,
            ClaimRules rules,
            ClaimBirths births,
            ClaimGate gate,
            ClaimSteps steps,
            Projects projects,
            Partners partners) {
        this.jdbi = jdbi;
        this.queries = queries;
        this.shares = shares;
        this.rules = rules;
        this.births = births;
        this.gate = gate;
        this.steps = steps;
        this.projects = projects;
        this.partners = partners;
    }

    /** First come: the claim holds at once if a slot is free, else waits in line, else is refused. Reviewed: staff choose. */
    @Transactional
    public ClaimView create(String projectId, NewClaim claim, Caller caller) {
        var project = projects.facts(projectId, caller);
        boolean own = caller.speaksFor(claim.partnerId());
        if (!own && !caller.isStaffOf(project.areaCode())) throw Problem.of(ApiError.FORBIDDEN);
        partners.requireActive(claim.partnerId(), "partnerId");
        rules.requireEligible(project, claim.partnerId(), caller);
        var round = gate.enter(projectId, claim.partnerId(), caller);
        var made = claim(project, claim, !own, caller);
        round.ifPresent(id -> gate.claimed(
                id, new ClaimGate.Hand(projectId, claim.partnerId(), !own), made.id(), made.state(), caller));
        return made;
    }

    /**
     * The partner could claim it now.
     *
     * @throws Problem {@code invalid} for one that cannot take part, or the refusal that the partner itself would get
     */
    @Transactional(TxType.MANDATORY)
    public void requireOpenTo(String projectId, String partner, Caller caller) {
        var project = projects.lock(projectId);
        if (project.state() != ProjectState.OPEN) throw projects.refusal(ApiError.WRONG_STATE, projectId, caller);
        partners.requireActive(partner, "partnerId");
        gate.requireUnbound(projectId, caller);
        rules.requireEligible(project, partner, caller);
        rules.requireFresh(project, partner, caller);
    }

    private ClaimView claim(Projects.Facts project, NewClaim claim, boolean onBehalf, Caller caller) {
        String projectId = project.id();
        if (project.policy() == ClaimPolicy.REVIEWED) return submit(projectId, claim, onBehalf, caller);
        // Nobody passes those by whom a round held back.
        if (project.isFreeWithALine()) steps.moveUp(projectId);
        // A holder may give back between the two attempts; then the slot is free at the second try.
        for (int attempt = 0; attempt < 2; attempt++) {
            if (projects.takeSlot(project)) return made(project, claim, ClaimState.CONFIRMED, onBehalf, caller);
            if (projects.takePlaceInLine(projectId))
                return made(project, claim, ClaimState.WAITLISTED, onBehalf, caller);
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
        if (rules.standsBehind(project.id(), partner)) return ApiError.CLAIM_ALREADY_CLAIMED;
        return switch (project.state()) {
            case OPEN, CLAIMED, IN_PROGRESS -> ApiError.CLAIM_SLOT_TAKEN;
            case DRAFT, DELIVERED, COMPLETED, CLOSED, CANCELLED -> ApiError.WRONG_STATE;
        };
    }

    /** Whoever took a slot or a place holds the project's row: nobody of the same partner comes in between. */
    private ClaimView made(Projects.Facts project, NewClaim claim, ClaimState state, boolean onBehalf, Caller caller) {
        rules.requireFresh(project, claim.partnerId(), caller);
        rules.requireRoom(project, claim.partnerId(), caller);
        var taken = shares.take(project, claim, state == ClaimState.CONFIRMED, caller);
        var undertaking = new ClaimBirths.Undertaking(claim.partnerId(), state, taken, claim.message(), onBehalf);
        return queries.view(births.born(project, undertaking, caller), caller);
    }
}
