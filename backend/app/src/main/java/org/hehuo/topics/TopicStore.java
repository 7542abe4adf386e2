package org.hehuo.topics;

import jakarta.enterprise.context.ApplicationScoped;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.jdbi.v3.core.Jdbi;

/** Loads topics for their rules. */
@ApplicationScoped
class TopicStore {
    final Jdbi jdbi;
    final Time time;

    TopicStore(Jdbi jdbi, Time time) {
        this.jdbi = jdbi;
        this.time = time;
    }

    /** Holds the row until the transaction ends. What the caller may not see is not there. */
    Topic lock(String id, Caller caller) {
        return load(id, caller, " for update of t");
    }

    Topic find(String id, Caller caller) {
        return load(id, caller, "");
    }

    private Topic load(String id, Caller caller, String locking) {
        return jdbi.withHandle(
                h -> h.createQuery("select " + Topic.COLUMNS + " from topic t where t.id = :id" + locking)
                        .bind("id", id)
                        .bind("now", time.instant())
                        .map((rs, ctx) -> Topic.read(rs))
                        .findOne()
                        .filter(topic -> topic.isVisibleTo(caller))
                        .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
    }
}
