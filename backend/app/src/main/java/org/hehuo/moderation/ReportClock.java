package org.hehuo.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hehuo.areas.AreaCode;
import org.hehuo.kernel.life.Lifecycle;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.TimeStep;
import org.jdbi.v3.core.Jdbi;

/** A report that nobody answered in time is told once to all who may, and to the office above. */
@ApplicationScoped
class ReportClock implements TimeStep {
    final Jdbi jdbi;
    final Lifecycle lifecycle;

    ReportClock(Jdbi jdbi, Lifecycle lifecycle) {
        this.jdbi = jdbi;
        this.lifecycle = lifecycle;
    }

    @Override
    public List<String> due(Instant now) {
        return jdbi.withHandle(h -> h.createQuery("""
                select id::text from report where state = 'submitted' and not overdue_told and due_at < :now
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
        jdbi.withHandle(h -> h.createQuery("select " + Report.COLUMNS + """
                         from report r where r.id = :id and r.state = 'submitted' and not r.overdue_told and r.due_at < :now
                        for update of r skip locked
                        """)
                        .bind("id", UUID.fromString(id))
                        .bind("now", now)
                        .map((rs, ctx) -> Report.read(rs))
                        .findOne())
                .ifPresent(this::tell);
    }

    private void tell(Report report) {
        var area = new AreaCode(report.areaCode());
        String nearest = Objects.requireNonNullElse(area.subdistrict(), area.district());
        String office = nearest.equals(report.areaCode()) ? area.district() : nearest;
        lifecycle.apply(report, ReportAction.OVERDUE, Caller.CLOCK, null, Map.of("office", office));
        jdbi.useHandle(h -> h.createUpdate("update report set overdue_told = true where id = :id")
                .bind("id", report.id())
                .execute());
    }
}
