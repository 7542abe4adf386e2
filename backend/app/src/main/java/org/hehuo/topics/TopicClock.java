package org.hehuo.topics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hehuo.kernel.life.Lifecycle;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.TimeStep;
import org.jdbi.v3.core.Jdbi;

/** What time does to topics. */
final class TopicClock {
    private static final int BATCH = 50;

    private TopicClock() {}

    private static List<Topic> due(Jdbi jdbi, String condition, Instant now, Instant until) {
        return jdbi.withHandle(h -> h.createQuery("select " + Topic.COLUMNS + " from topic t where " + condition
                        + " limit :batch for update of t skip locked")
                .bind("now", now)
                .bind("until", until)
                .bind("batch", BATCH)
                .map((rs, ctx) -> Topic.read(rs))
                .list());
    }

    /** Who said nothing for 14 days is content. */
    @ApplicationScoped
    static class AutoConfirm implements TimeStep {
        private static final Duration PATIENCE = Duration.ofDays(14);

        final Jdbi jdbi;
        final Lifecycle lifecycle;

        AutoConfirm(Jdbi jdbi, Lifecycle lifecycle) {
            this.jdbi = jdbi;
            this.lifecycle = lifecycle;
        }

        @Override
        @Transactional
        public int carryOut(Instant now) {
            var topics = due(jdbi, "t.state = 'resolved' and t.resolved_at <= :until", now, now.minus(PATIENCE));
            topics.forEach(topic -> lifecycle.apply(topic, TopicAction.AUTO_CONFIRM, Caller.CLOCK, null));
            return topics.size();
        }
    }

    /** A broken promise is told once to those who wait and those who answer; the date shows it to everybody. */
    @ApplicationScoped
    static class TellOverdue implements TimeStep {
        final Jdbi jdbi;
        final Lifecycle lifecycle;

        TellOverdue(Jdbi jdbi, Lifecycle lifecycle) {
            this.jdbi = jdbi;
            this.lifecycle = lifecycle;
        }

        @Override
        @Transactional
        public int carryOut(Instant now) {
            var topics = due(
                    jdbi,
                    "t.state in ('open', 'accepted', 'in_progress') and not t.overdue_told and t.due_at < :until",
                    now,
                    now);
            for (var topic : topics) {
                lifecycle.apply(topic, TopicAction.OVERDUE, Caller.CLOCK, null);
                jdbi.useHandle(h -> h.createUpdate("update topic set overdue_told = true where id = :id")
                        .bind("id", topic.id())
                        .execute());
            }
            return topics.size();
        }
    }
}
