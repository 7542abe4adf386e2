package org.hehuo.calls;

import jakarta.enterprise.context.ApplicationScoped;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.jdbi.v3.core.Jdbi;

/** Loads calls for their rules. */
@ApplicationScoped
class CallStore {
    final Jdbi jdbi;

    CallStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Call find(String id, Caller caller) {
        return load(id, caller, "");
    }

    /** Holds the row until the transaction ends. */
    Call lock(String id, Caller caller) {
        return load(id, caller, " for update of c");
    }

    private Call load(String id, Caller caller, String locking) {
        return jdbi.withHandle(h -> h.createQuery("select " + Call.COLUMNS + " from call c where c.id = :id" + locking)
                .bind("id", id)
                .map((rs, ctx) -> Call.read(rs))
                .findOne()
                .filter(call -> call.isVisibleTo(caller))
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
    }
}
