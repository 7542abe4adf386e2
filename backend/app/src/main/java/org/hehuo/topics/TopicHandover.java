package org.hehuo.topics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hehuo.kernel.life.Timeline;
import org.hehuo.kernel.outbox.Outbox;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.hehuo.people.OpenWork;
import org.jdbi.v3.core.Jdbi;

/** The topics that somebody has to answer go to a colleague, who is told of each. */
@ApplicationScoped
class TopicHandover implements OpenWork {
    private static final String ON_THE_DESK =
            "t.assignee_id = :from and t.state in ('open', 'accepted', 'in_progress', 'waiting_resident')";

    final Jdbi jdbi;
    final Timeline timeline;
    final Outbox outbox;
    final Time time;

    TopicHandover(Jdbi jdbi, Timeline timeline, Outbox outbox, Time time) {
        this.jdbi = jdbi;
        this.timeline = timeline;
        this.outbox = outbox;
        this.time = time;
    }

    @Override
    public int of(UUID person) {
        return jdbi.withHandle(h -> h.createQuery("select count(*) from topic t where " + ON_THE_DESK)
                .bind("from", person)
                .mapTo(Integer.class)
                .one());
    }

    @Override
    public int handOver(UUID from, UUID to, Caller caller) {
        List<Topic> handed = jdbi.withHandle(
                h -> h.createQuery("select " + Topic.COLUMNS + " from topic t where " + ON_THE_DESK + """
                 and exists (select from staff_area s where s.person_id = :to and t.area_code like s.area_code || '%')
                order by t.id for update of t
                """)
                        .bind("from", from)
                        .bind("to", to)
                        .bind("now", time.instant())
                        .map((rs, ctx) -> Topic.read(rs))
                        .list());
        for (var topic : handed) {
            jdbi.useHandle(
                    h -> h.createUpdate("update topic set assignee_id = :to, version = version + 1 where id = :id")
                            .bind("to", to)
                            .bind("id", topic.id())
                            .execute());
            timeline.record(topic, "assign", topic.state(), topic.state(), caller, null);
            outbox.emit("assigned", topic, caller, Map.of("person", to));
        }
        return handed.size();
    }
}
