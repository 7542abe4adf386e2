package org.hehuo.reassignments;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hehuo.claims.ClaimHandover;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.sql.Constraints;
import org.jdbi.v3.core.Jdbi;

/** Loads reassignments for their rules. */
@ApplicationScoped
class ReassignmentStore implements Constraints {
    final Jdbi jdbi;
    final ClaimHandover claims;

    ReassignmentStore(Jdbi jdbi, ClaimHandover claims) {
        this.jdbi = jdbi;
        this.claims = claims;
    }

    /** Whoever answers holds the project first, as all do who take claims from it. */
    Reassignment lock(UUID id, Caller caller) {
        var seen = find(id);
        if (!seen.isVisibleTo(caller)) throw Problem.of(ApiError.NOT_FOUND);
        claims.hold(seen.project());
        return load(id, " for update of r");
    }

    Reassignment find(UUID id) {
        return load(id, "");
    }

    private Reassignment load(UUID id, String locking) {
        return jdbi.withHandle(
                h -> h.createQuery("select " + Reassignment.COLUMNS + " from reassignment r where r.id = :id" + locking)
                        .bind("id", id)
                        .map((rs, ctx) -> Reassignment.read(rs))
                        .findOne()
                        .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
    }

    /** Those that wait for an answer of the partner, or of the other about its claims. */
    List<UUID> proposedWith(String partner) {
        return jdbi.withHandle(h ->
                h.createQuery("""
                select id from reassignment
                where state = 'proposed' and (from_partner = :partner or to_partner = :partner) order by id
                """).bind("partner", partner).mapTo(UUID.class).list());
    }

    /** Under another name, for good. */
    void rename(String partner, String other) {
        jdbi.useHandle(h -> h.createUpdate("""
                update reassignment set from_partner = case from_partner when :partner then :other else from_partner end,
                    to_partner = case to_partner when :partner then :other else to_partner end
                where from_partner = :partner or to_partner = :partner
                """)
                .bind("partner", partner)
                .bind("other", other)
                .execute());
    }

    @Override
    public Map<String, ApiError> meanings() {
        return Map.of("reassignment_once_a_claim", ApiError.CLAIM_REASSIGNMENT_PROPOSED);
    }
}
