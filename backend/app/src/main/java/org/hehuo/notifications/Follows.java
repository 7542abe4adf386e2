package org.hehuo.notifications;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
                on conflict (person_id, thing_id) do update set stopped = false, since = excluded.since, via = null
                where follow.stopped or follow.via is not null
                """)
                .bind("person", person)
                .bind("id", thing.id())
                .bind("kind", thing.kind())
                .bind("now", time.instant())
                .execute());
    }

    /** Whoever follows the one follows the other too, until {@link #followNoMore}; but not who stopped that. */
    public void followAlso(String one, Ref other) {
        jdbi.useHandle(h -> h.createUpdate("""
                insert into follow (person_id, thing_id, thing_kind, since, via)
                select person_id, :id, :kind, :now, :one from follow where thing_id = :one and not stopped
                on conflict do nothing
                """)
                .bind("id", other.id())
                .bind("kind", other.kind())
                .bind("now", time.instant())
                .bind("one", one)
                .execute());
    }

    /** Whoever followed the other for the sake of the one alone does so no more. */
    public void followNoMore(String one, Ref other) {
        jdbi.useHandle(h -> h.createUpdate("delete from follow where thing_id = :id and via = :one and not stopped")
                .bind("id", other.id())
                .bind("one", one)
                .execute());
    }

    /** Returns whether there was something to stop. */
    boolean stop(UUID person, String thing) {
        return jdbi.withHandle(
                        h -> h.createUpdate("update follow set stopped = true where person_id = :p and thing_id = :id")
                                .bind("p", person)
                                .bind("id", thing)
                                .execute())
                > 0;
    }

    /** Kept, for what follows from another thing must be stopped by its own name. */
    void unfollow(UUID person, Ref thing) {
        jdbi.useHandle(h -> h.createUpdate("""
                insert into follow (person_id, thing_id, thing_kind, since, stopped) values (:person, :id, :kind, :now, true)
                on conflict (person_id, thing_id) do update set stopped = true
                """)
                .bind("person", person)
                .bind("id", thing.id())
                .bind("kind", thing.kind())
                .bind("now", time.instant())
                .execute());
    }

    /** SQL: whether {@code :me} follows the thing, which grew from nothing, of which this column is the id. */
    public static String follows(String id) {
        return "exists (select from follow f where f.person_id = :me and f.thing_id = " + id + " and not f.stopped)";
    }

    /** @param origins what the thing grew from: who follows one of them follows it */
    public boolean isFollowing(@Nullable UUID person, String thing, Collection<String> origins) {
        return person != null && among(thing, itsOwnAnd(thing, origins), person).contains(person);
    }

    List<UUID> followers(String thing, Collection<String> origins) {
        return among(thing, itsOwnAnd(thing, origins), null);
    }

    /** Whoever follows one of the places that the thing lies in, for the place's sake. */
    List<UUID> neighbours(String thing, Collection<String> places) {
        return among(thing, places, null);
    }

    private static List<String> itsOwnAnd(String thing, Collection<String> origins) {
        return Stream.concat(Stream.of(thing), origins.stream()).toList();
    }

    /** But not who has stopped to follow the thing by its own name. */
    private List<UUID> among(String thing, Collection<String> followed, @Nullable UUID only) {
        return jdbi.withHandle(h -> h.createQuery("""
                select distinct person_id from follow f
                where thing_id = any(:followed) and not stopped and (cast(:only as uuid) is null or person_id = :only)
                    and not exists (
                        select from follow s where s.person_id = f.person_id and s.thing_id = :thing and s.stopped)
                """)
                .bind("followed", followed.toArray(String[]::new))
                .bind("thing", thing)
                .bind("only", only)
                .mapTo(UUID.class)
                .list());
    }
}
