package org.hehuo.appeals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hehuo.kernel.life.Lifecycle;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.TimeStep;
import org.jdbi.v3.core.Jdbi;

/** An appeal that nobody answered in time is told once to all who may. */
@ApplicationScoped
class AppealClock implements TimeStep {
    final Jdbi jdbi;
    final Lifecycle lifecycle;

    AppealClock(Jdbi jdbi, Lifecycle lifecycle) {
        this.jdbi = jdbi;
        this.lifecycle = lifecycle;
    }

    @Override
    public List<String> due(Instant now) {
        return jdbi.withHandle(h -> h.createQuery("""
                select id::text from appeal where state = 'submitted' and not overdue_told and due_at < :now
                order by due_at limit :most
                """)
                .bind("now", now)
                .bind("most", MOST_A_ROUND)
                .mapTo(String.class)
                .list());
    }

    @Override
    @Transactional
    public void carryOut(String id, Instant now) {
        jdbi.withHandle(h -> h.createQuery("select " + Appeal.COLUMNS + """
                         from appeal a where a.id = :id and a.state = 'submitted' and not a.overdue_told and a.due_at < :now
                        for update of a skip locked
                        """)
                        .bind("id", UUID.fromString(id))
                        .bind("now", now)
                        .map((rs, ctx) -> Appeal.read(rs))
                        .findOne())
                .ifPresent(this::tell);
    }

    private void tell(Appeal appeal) {
        lifecycle.apply(appeal, AppealAction.OVERDUE, Caller.CLOCK, null);
        jdbi.useHandle(h -> h.createUpdate("update appeal set overdue_told = true where id = :id")
                .bind("id", appeal.id())
                .execute());
    }
}
