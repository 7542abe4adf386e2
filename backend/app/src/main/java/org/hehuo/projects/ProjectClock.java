package org.hehuo.projects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hehuo.kernel.life.Lifecycle;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.TimeStep;
import org.jdbi.v3.core.Jdbi;

/** A completed project closes by itself after 30 days. */
@ApplicationScoped
class ProjectClock implements TimeStep {
    private static final Duration OPEN_FOR_REMARKS = Duration.ofDays(30);

    final Jdbi jdbi;
    final Lifecycle lifecycle;

    ProjectClock(Jdbi jdbi, Lifecycle lifecycle) {
        this.jdbi = jdbi;
        this.lifecycle = lifecycle;
    }

    @Override
    public List<String> due(Instant now) {
        return jdbi.withHandle(h -> h.createQuery("""
                select id from project where state = 'completed' and completed_at <= :until
                order by completed_at limit :most
                """)
                .bind("until", now.minus(OPEN_FOR_REMARKS))
                .bind("most", MOST_A_ROUND)
                .mapTo(String.class)
                .list());
    }

    @Override
    @Transactional
    public void carryOut(String id, Instant now) {
        jdbi.withHandle(h -> h.createQuery("select " + Project.COLUMNS + """
                 from project p where p.id = :id and p.state = 'completed' for update of p skip locked
                """)
                        .bind("id", id)
                        .map((rs, ctx) -> Project.read(rs))
                        .findOne())
                .ifPresent(p -> lifecycle.apply(p, ProjectAction.CLOSE, Caller.CLOCK, null, p.eventData()));
    }
}
