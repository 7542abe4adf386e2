package org.hehuo.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.sql.Constraints;
import org.jdbi.v3.core.Jdbi;

/** Loads reports for their rules. */
@ApplicationScoped
class ReportStore implements Constraints {
    final Jdbi jdbi;

    ReportStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Map<String, ApiError> meanings() {
        return Map.of("report_once", ApiError.REPORT_ALREADY_MADE, "report_of_anothers_post", ApiError.FORBIDDEN);
    }

    Report find(UUID id, Caller caller) {
        return jdbi.withHandle(h -> h.createQuery("select " + Report.COLUMNS + " from report r where r.id = :id")
                .bind("id", id)
                .map((rs, ctx) -> Report.read(rs))
                .findOne()
                .filter(report -> report.isVisibleTo(caller))
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
    }

    /** Those that wait for a decision about this post, the first first. Holds their rows until the transaction ends. */
    List<Report> lockWaiting(Ref thing) {
        return jdbi.withHandle(h -> h.createQuery("select " + Report.COLUMNS + """
                 from report r where r.thing_kind = :kind and r.thing_id = :id and r.state = 'submitted'
                order by r.id for update of r
                """)
                .bind("kind", thing.kind())
                .bind("id", thing.id())
                .map((rs, ctx) -> Report.read(rs))
                .list());
    }
}
