package org.hehuo.claims;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.jdbi.v3.core.Jdbi;

/** Loads claims for their rules. */
@ApplicationScoped
class ClaimStore {
    final Jdbi jdbi;

    ClaimStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Claim find(UUID id, Caller caller) {
        var claim = find(id);
        if (!claim.isVisibleTo(caller)) throw Problem.of(ApiError.NOT_FOUND);
        return claim;
    }

    Claim find(UUID id) {
        return load(id, "");
    }

    /** Holds the row until the transaction ends; whoever locks a claim holds its project first. */
    Claim lock(UUID id) {
        return load(id, " for update of c");
    }

    private Claim load(UUID id, String locking) {
        return jdbi.withHandle(
                h -> h.createQuery("select " + Claim.COLUMNS + " from claim c where c.id = :id" + locking)
                        .bind("id", id)
                        .map((rs, ctx) -> Claim.read(rs))
                        .findOne()
                        .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
    }

    /** Who waits, in the order of the queue. */
    List<Claim> inLine(String project) {
        return jdbi.withHandle(h -> h.createQuery("select " + Claim.COLUMNS + """
                 from claim c where c.project_id = :project and c.state = 'waitlisted' order by c.queue_no for update
                """)
                .bind("project", project)
                .map((rs, ctx) -> Claim.read(rs))
                .list());
    }
}
