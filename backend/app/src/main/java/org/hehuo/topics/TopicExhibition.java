package org.hehuo.topics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Role;
import org.hehuo.media.Exhibition;
import org.jdbi.v3.core.Jdbi;

/** Pictures of topics and replies are seen by whoever may read these. */
@ApplicationScoped
class TopicExhibition implements Exhibition {
    final Jdbi jdbi;
    final TopicStore store;

    TopicExhibition(Jdbi jdbi, TopicStore store) {
        this.jdbi = jdbi;
        this.store = store;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(Topic.KIND, ReplyService.KIND);
    }

    @Override
    public boolean shows(Ref thing, Caller caller) {
        return thing.kind().equals(Topic.KIND) ? shows("""
                        select visibility = 'public' or author_id = :me or (:admin and visibility = 'hidden' and readers = 'public')
                            or exists (select from unnest(cast(:staffOf as text[])) a where starts_with(area_code, a)) as shown,
                            case when visibility = 'members' then id end as topic
                        from topic where id = :id
                        """, thing, caller) : shows("""
                        select (r.visibility = 'public' and t.visibility = 'public') or r.author_id = :me
                            or (:admin and t.readers = 'public')
                            or exists (select from unnest(cast(:staffOf as text[])) a where starts_with(t.area_code, a))
                            as shown,
                            case when r.visibility = 'public' and t.visibility = 'members' then t.id end as topic
                        from reply r join topic t on t.id = r.topic_id where r.id = cast(:id as uuid)
                        """, thing, caller);
    }

    private boolean shows(String rule, Ref thing, Caller caller) {
        return jdbi.withHandle(h -> h.createQuery(rule)
                .bind("id", thing.id())
                .bind("me", caller.id())
                .bind("admin", caller.is(Role.ADMIN))
                .bind("staffOf", caller.areas().toArray(String[]::new))
                .map((rs, ctx) -> rs.getBoolean("shown")
                        || (rs.getString("topic") != null && store.isCarriedBy(rs.getString("topic"), caller)))
                .findOne()
                .orElse(false));
    }

    /** What is over, or hidden, stays as it was read. */
    @Override
    public boolean takesWords(Ref thing) {
        String rule = thing.kind().equals(Topic.KIND) ? "select 1 from topic t where t.id = :id" : """
                select 1 from reply r join topic t on t.id = r.topic_id
                where r.id = cast(:id as uuid) and r.visibility = 'public'""";
        return jdbi.withHandle(h -> h.createQuery(rule + """
                 and t.visibility <> 'hidden' and t.state not in ('closed', 'declined', 'merged', 'withdrawn')
                """)
                .bind("id", thing.id())
                .mapTo(Integer.class)
                .findOne()
                .isPresent());
    }
}
