package org.hehuo.topics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hehuo.areas.AreaCode;
import org.hehuo.kernel.life.Lifecycle;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.TimeStep;
import org.jdbi.v3.core.Jdbi;

/** What time does to topics. */
final class TopicClock {
    private TopicClock() {}

    private static List<String> due(Jdbi jdbi, String condition, String since, Instant until) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select t.id from topic t where " + condition + " order by " + since + " limit :most")
                .bind("until", until)
                .bind("most", TimeStep.MOST_A_ROUND)
                .mapTo(String.class)
                .list());
    }

    /** The topic, held until the transaction ends, if it is still due. */
    private static Optional<Topic> hold(Jdbi jdbi, String id, String condition, Instant until, Instant now) {
        return jdbi.withHandle(h -> h.createQuery("select " + Topic.COLUMNS + " from topic t where t.id = :id and "
                        + condition + " for update of t skip locked")
                .bind("id", id)
                .bind("until", until)
                .bind("now", now)
                .map((rs, ctx) -> Topic.read(rs))
                .findOne());
    }

    /** Who said nothing for 14 days is content. */
    @ApplicationScoped
    static class AutoConfirm implements TimeStep {
        private static final Duration PATIENCE = Duration.ofDays(14);
        private static final String DUE = "t.state = 'resolved' and t.resolved_at <= :until";

        final Jdbi jdbi;
        final Lifecycle lifecycle;

        AutoConfirm(Jdbi jdbi, Lifecycle lifecycle) {
            this.jdbi = jdbi;
            this.lifecycle = lifecycle;
        }

        @Override
        public List<String> due(Instant now) {
            return TopicClock.due(jdbi, DUE, "t.resolved_at", now.minus(PATIENCE));
        }

        @Override
        @Transactional
        public void carryOut(String id, Instant now) {
            hold(jdbi, id, DUE, now.minus(PATIENCE), now)
                    .ifPresent(topic -> lifecycle.apply(topic, TopicAction.AUTO_CONFIRM, Caller.CLOCK, null));
        }
    }

    /** A broken promise is told once to those who wait and those who answer; the date shows it to everybody. */
    @ApplicationScoped
    static class TellOverdue implements TimeStep {
        private static final String DUE =
                "t.state in ('open', 'accepted', 'in_progress') and not t.overdue_told and t.due_at < :until";

        final Jdbi jdbi;
        final Lifecycle lifecycle;
        final TopicPromises promises;
        final Time time;

        TellOverdue(Jdbi jdbi, Lifecycle lifecycle, TopicPromises promises, Time time) {
            this.jdbi = jdbi;
            this.lifecycle = lifecycle;
            this.promises = promises;
            this.time = time;
        }

        @Override
        public List<String> due(Instant now) {
            return TopicClock.due(jdbi, DUE, "t.due_at", now);
        }

        @Override
        @Transactional
        public void carryOut(String id, Instant now) {
            hold(jdbi, id, DUE, now, now).ifPresent(this::tell);
        }

        private void tell(Topic topic) {
            // It was broken when its time passed, however late that is noticed.
            time.at(
                    Objects.requireNonNull(topic.dueAt()),
                    () -> lifecycle.apply(topic, TopicAction.OVERDUE, Caller.CLOCK, null));
            jdbi.useHandle(h -> h.createUpdate(
                            "update topic set overdue_told = true, escalates_at = coalesce(escalates_at, :next) where id = :id")
                    .bind("next", promises.toSubdistrict(topic))
                    .bind("id", topic.id())
                    .execute());
        }
    }

    /** What is still broken two working days later is the subdistrict's affair, three more later the district's. */
    @ApplicationScoped
    static class Escalate implements TimeStep {
        private static final String DUE = "t.state in ('open', 'accepted', 'in_progress') and t.escalates_at <= :until";

        final Jdbi jdbi;
        final Lifecycle lifecycle;
        final TopicPromises promises;

        Escalate(Jdbi jdbi, Lifecycle lifecycle, TopicPromises promises) {
            this.jdbi = jdbi;
            this.lifecycle = lifecycle;
            this.promises = promises;
        }

        @Override
        public List<String> due(Instant now) {
            return TopicClock.due(jdbi, DUE, "t.escalates_at", now);
        }

        @Override
        @Transactional
        public void carryOut(String id, Instant now) {
            hold(jdbi, id, DUE, now, now).ifPresent(this::raise);
        }

        private void raise(Topic topic) {
            var area = new AreaCode(topic.areaCode());
            String next = topic.escalatedTo() == null && area.community() != null
                    ? Objects.requireNonNull(area.subdistrict())
                    : area.district();
            lifecycle.apply(topic, TopicAction.ESCALATE, Caller.CLOCK, null, Map.of("office", next));
            jdbi.useHandle(
                    h -> h.createUpdate("update topic set escalated_to = :office, escalates_at = :next where id = :id")
                            .bind("office", next)
                            .bind("next", next.equals(area.district()) ? null : promises.toDistrict())
                            .bind("id", topic.id())
                            .execute());
        }
    }

    /** Who was asked and did not answer in time: it goes on without. */
    @ApplicationScoped
    static class GoOnUnanswered implements TimeStep {
        private static final String DUE = "t.state = 'waiting_resident' and t.due_at <= :until";

        final Jdbi jdbi;
        final TopicQuestions questions;

        GoOnUnanswered(Jdbi jdbi, TopicQuestions questions) {
            this.jdbi = jdbi;
            this.questions = questions;
        }

        @Override
        public List<String> due(Instant now) {
            return TopicClock.due(jdbi, DUE, "t.due_at", now);
        }

        @Override
        @Transactional
        public void carryOut(String id, Instant now) {
            hold(jdbi, id, DUE, now, now)
                    .ifPresent(topic -> questions.goOn(topic, TopicAction.RESUME, null, Caller.CLOCK));
        }
    }
}
