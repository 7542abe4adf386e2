package org.hehuo.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;
import org.hehuo.kernel.life.Lifecycle;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.partners.Partners;
import org.hehuo.projects.Projects;

/** A claim goes from its holder to another partner, share and all, and leaves no mark. Nobody who waits is passed over. */
@ApplicationScoped
public class ClaimHandover {
    final ClaimStore store;
    final ClaimShares shares;
    final ClaimRules rules;
    final ClaimGate gate;
    final ClaimBirths births;
    final ClaimSteps steps;
    final Projects projects;
    final Partners partners;
    final Lifecycle lifecycle;

    ClaimHandover(
            ClaimStore store,
            ClaimShares shares,
            ClaimRules rules,
            ClaimGate gate,
            ClaimBirths births,
            ClaimSteps steps,
            Projects projects,
            Partners partners,
            Lifecycle lifecycle) {
        this.store = store;
        this.shares = shares;
        this.rules = rules;
        this.gate = gate;
        this.births = births;
        this.steps = steps;
        this.projects = projects;
        this.partners = partners;
        this.lifecycle = lifecycle;
    }

    /** Whose it is, and of what. */
    public record Holding(String project, String partner, String areaCode) {}

    /** @throws Problem {@code not_found} for a claim that the caller may not see */
    public Holding of(UUID id, Caller caller) {
        var claim = store.find(id, caller);
        return new Holding(claim.project(), claim.partner(), claim.areaCode());
    }

    /**
     * The claim holds and could go to that partner now; it stays so until the transaction ends.
     *
     * @throws Problem {@code invalid} for one that cannot take part, or the refusal that the partner itself would get
     */
    @Transactional(TxType.MANDATORY)
    public void require(UUID id, String partner, Caller caller) {
        var project = projects.lock(store.find(id, caller).project());
        var claim = store.lock(id);
        boolean holds = claim.state() == ClaimState.CONFIRMED && claim.reportedAt() == null;
        if (!holds) throw ClaimAction.refusal(ApiError.WRONG_STATE, claim, caller);
        if (partner.equals(claim.partner())) throw Problem.invalid("partnerId", "same");
        partners.requireActive(partner, "partnerId");
        if (!store.inLine(project.id()).isEmpty()) {
            throw ClaimAction.refusal(ApiError.CLAIM_OTHERS_WAIT, claim, caller);
        }
        gate.requireOver(project.id(), caller);
        rules.requireEligible(project, partner, caller);
        rules.requireFresh(project, partner, caller);
    }

    /** Nobody claims or gives back until the transaction ends. */
    @Transactional(TxType.MANDATORY)
    public void hold(String project) {
        projects.lock(project);
    }

    /** @param onBehalf whether staff speak for the new holder */
    @Transactional(TxType.MANDATORY)
    public void carryOut(UUID id, String partner, boolean onBehalf, Caller caller) {
        require(id, partner, caller);
        var claim = store.find(id);
        var project = projects.lock(claim.project());
        rules.requireRoom(project, partner, caller);
        lifecycle.apply(claim, ClaimAction.HAND_OVER, Caller.CLOCK, null, claim.eventData(project.topics()));
        steps.end(claim, null, false);
        var undertaking = new ClaimBirths.Undertaking(partner, ClaimState.CONFIRMED, shares.of(id), null, onBehalf);
        births.born(project, undertaking, caller);
    }
}
