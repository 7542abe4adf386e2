package org.hehuo.projects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
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
    @Transactional
    public int carryOut(Instant now) {
        var projects = jdbi.withHandle(h -> h.createQuery("select " + Project.COLUMNS + """
                 from project p where p.state = 'completed' and p.completed_at <= :until
                limit 50 for update of p skip locked
                """)
                .bind("until", now.minus(OPEN_FOR_REMARKS))
                .map((rs, ctx) -> Project.read(rs, Set.of()))
                .list());
        projects.forEach(p -> lifecycle.apply(p, ProjectAction.CLOSE, Caller.CLOCK, null, p.eventData()));
        return projects.size();
    }
}
