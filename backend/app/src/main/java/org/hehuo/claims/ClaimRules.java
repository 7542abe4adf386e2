package org.hehuo.claims;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.security.Caller;
import org.hehuo.partners.Partners;
import org.hehuo.projects.Projects;
import org.jdbi.v3.core.Jdbi;

/** What a partner must meet to take a project on. */
@ApplicationScoped
class ClaimRules {
    final Jdbi jdbi;
    final Projects projects;
    final Partners partners;
    final Credits credits;

    ClaimRules(Jdbi jdbi, Projects projects, Partners partners, Credits credits) {
        this.jdbi = jdbi;
        this.projects = projects;
        this.partners = partners;
        this.credits = credits;
    }

    /** It is one of those for whom the project is. */
    void requireEligible(Projects.Facts project, String partner, Caller caller) {
        var rule = project.eligibility();
        if (rule == null) return;
        var one = Set.of(partner);
        if (partners.among(one, rule.anyOf(), null).isEmpty()) {
            throw projects.refusal(ApiError.CLAIM_KIND_NOT_ELIGIBLE, project.id(), caller);
        }
        if (rule.isForServing()
                && partners.among(one, List.of(), project.areaCode()).isEmpty()) {
            throw projects.refusal(ApiError.CLAIM_AREA_NOT_SERVED, project.id(), caller);
        }
        var level = rule.level();
        if (level != null && !credits.below(level, one).isEmpty()) {
            throw projects.refusal(ApiError.CLAIM_LEVEL_NOT_REACHED, project.id(), caller)
                    .saying(String.valueOf(level.from));
        }
    }

    /** It does not stand behind the project already. Whoever holds the project's row keeps it so. */
    void requireFresh(Projects.Facts project, String partner, Caller caller) {
        if (standsBehind(project.id(), partner)) {
            throw projects.refusal(ApiError.CLAIM_ALREADY_CLAIMED, project.id(), caller);
        }
    }

    boolean standsBehind(String project, String partner) {
        return jdbi.withHandle(h -> h.createQuery("""
                select exists (select from claim where project_id = :project and partner_id = :partner
                    and state in ('submitted', 'confirmed', 'waitlisted', 'fulfilled'))
                """)
                .bind("project", project)
                .bind("partner", partner)
                .mapTo(Boolean.class)
                .one());
    }

    /** It may have one more open claim, if the district sets a limit: its other claims wait for this one's transaction. */
    void requireRoom(Projects.Facts project, String partner, Caller caller) {
        var most = jdbi.withHandle(h ->
                h.createQuery("""
                select g.claims_at_once from programme g, partner p
                where p.id = :partner and g.claims_at_once > 0 for no key update of p
                """).bind("partner", partner).mapTo(Integer.class).findOne());
        if (most.isPresent() && open(partner) >= most.get()) {
            throw projects.refusal(ApiError.CLAIM_LIMIT_REACHED, project.id(), caller)
                    .saying(String.valueOf(most.get()));
        }
    }

    private int open(String partner) {
        return jdbi.withHandle(h ->
                h.createQuery("""
                select count(*) from claim
                where partner_id = :partner and state in ('submitted', 'confirmed', 'waitlisted')
                """).bind("partner", partner).mapTo(Integer.class).one());
    }
}
