package org.hehuo.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.time.Time;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Who follows what: whoever writes, supports, claims or asks follows the thing. */
@ApplicationScoped
public class Follows {
    final Jdbi jdbi;
    final Time time;

    Follows(Jdbi jdbi, Time time) {
        this.jdbi = jdbi;
        this.time = time;
    }

    /** May be repeated. */
    public void follow(UUID person, Ref thing) {
        jdbi.useHandle(h -> h.createUpdate("""
                insert into follow (person_id, thing_id, thing_kind, since) values (:person, :id, :kind, :now)
                on conflict do nothing
                """)
                .bind("person", person)
                .bind("id", thing.id())
                .bind("kind", thing.kind())
                .bind("now", time.instant())
                .execute());
    }

    void unfollow(UUID person, String thing) {
        jdbi.useHandle(h -> h.createUpdate("delete from follow where person_id = :person and thing_id = :id")
                .bind("person", person)
                .bind("id", thing)
                .execute());
    }

    public boolean isFollowing(@Nullable UUID person, String thing) {
        if (person == null) return false;
        return jdbi.withHandle(
                h -> h.createQuery("select exists (select from follow where person_id = :p and thing_id = :id)")
                        .bind("p", person)
                        .bind("id", thing)
                        .mapTo(Boolean.class)
                        .one());
    }

    List<UUID> followers(Collection<String> things) {
        return jdbi.withHandle(h -> h.createQuery("select distinct person_id from follow where thing_id = any(:ids)")
                .bind("ids", things.toArray(String[]::new))
                .mapTo(UUID.class)
                .list());
    }
}
