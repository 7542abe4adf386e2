package org.hehuo.topics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.Upkeep;
import org.hehuo.notifications.Follows;
import org.jdbi.v3.core.Jdbi;

/**
 * “Me too”, once a person. Counters are not bumped but told apart and added up later, so that thousands may support one
 * topic at once.
 */
@ApplicationScoped
public class SupportService implements Upkeep {
    final Jdbi jdbi;
    final TopicStore store;
    final Follows follows;
    final Time time;

    SupportService(Jdbi jdbi, TopicStore store, Follows follows, Time time) {
        this.jdbi = jdbi;
        this.store = store;
        this.follows = follows;
        this.time = time;
    }

    /** May be repeated. */
    @Transactional
    public SupportView support(String topicId, Caller caller) {
        var topic = store.share(topicId, caller);
        if (topic.state() == TopicState.MERGED) throw TopicAction.refusal(ApiError.WRONG_STATE, topic, caller);
        jdbi.useHandle(h -> h.createUpdate("""
                with new as (
                    insert into topic_support (topic_id, home_id, person_id, created_at) values (:topic, :topic, :person, :now)
                    on conflict do nothing returning topic_id)
                insert into topic_delta (topic_id, supports, replies) select topic_id, 1, 0 from new
                where not exists (select from topic_support where topic_id = :topic and person_id = :person)
                """)
                .bind("topic", topicId)
                .bind("person", caller.personId())
                .bind("now", time.instant())
                .execute());
        follows.follow(caller.personId(), topic.ref());
        return count(topicId, caller);
    }

    /** May be repeated. */
    @Transactional
    SupportView withdraw(String topicId, Caller caller) {
        store.share(topicId, caller);
        jdbi.useHandle(h -> h.createUpdate("""
                with gone as (
                    delete from topic_support where topic_id = :topic and person_id = :person returning topic_id)
                insert into topic_delta (topic_id, supports, replies) select distinct topic_id, -1, 0 from gone
                """)
                .bind("topic", topicId)
                .bind("person", caller.personId())
                .execute());
        return count(topicId, caller);
    }

    private SupportView count(String topic, Caller caller) {
        return jdbi.withHandle(h -> h.createQuery("""
                select support_count + coalesce((select sum(supports) from topic_delta where topic_id = id), 0) as supports,
                    exists (select from topic_support where topic_id = id and person_id = :me) as mine
                from topic where id = :id
                """)
                .bind("id", topic)
                .bind("me", caller.personId())
                .map((rs, ctx) -> new SupportView(rs.getInt("supports"), rs.getBoolean("mine")))
                .one());
    }

    /** Adds the deltas up. Two instances never fold the same row: each deletes what it adds. */
    @Override
    @Transactional
    public int tidy(Instant now) {
        return jdbi.withHandle(h -> h.createUpdate("""
                with held as (
                    select id from topic where id in (select topic_id from topic_delta limit 5000)
                    order by id for no key update skip locked),
                taken as (
                    delete from topic_delta where topic_id in (select id from held) returning topic_id, supports, replies),
                sums as (select topic_id, sum(supports) as s, sum(replies) as r from taken group by topic_id)
                update topic set support_count = support_count + s, reply_count = reply_count + r
                from sums where id = topic_id
                """).execute());
    }
}
