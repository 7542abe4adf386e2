package org.hehuo.appeals;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.jdbi.v3.core.Jdbi;

/** Loads appeals for their rules. */
@ApplicationScoped
class AppealStore {
    final Jdbi jdbi;

    AppealStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Appeal find(UUID id, Caller caller) {
        return load(id, caller, "");
    }

    /** Holds the row until the transaction ends. */
    Appeal lock(UUID id, Caller caller) {
        return load(id, caller, " for update of a");
    }

    private Appeal load(UUID id, Caller caller, String locking) {
        return jdbi.withHandle(
                h -> h.createQuery("select " + Appeal.COLUMNS + " from appeal a where a.id = :id" + locking)
                        .bind("id", id)
                        .map((rs, ctx) -> Appeal.read(rs))
                        .findOne()
                        .filter(appeal -> appeal.isVisibleTo(caller))
                        .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
    }
}
