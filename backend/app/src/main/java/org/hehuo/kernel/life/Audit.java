package org.hehuo.kernel.life;

import jakarta.enterprise.context.ApplicationScoped;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What was done, by whom, for whoever answers for the whole: one row a deed, in the deed's transaction, never changed. It holds
 * no contact and nothing that was said to a few.
 */
@ApplicationScoped
public class Audit {
    final Jdbi jdbi;
    final Time time;

    Audit(Jdbi jdbi, Time time) {
        this.jdbi = jdbi;
        this.time = time;
    }

    /** @param action the thing's kind and a verb: {@code area.retire} */
    public void record(String action, Ref thing, Caller by) {
        record(action, thing, null, by, null);
    }

    /**
     * @param part what belongs to the thing, or what it was given: {@code person.give-area} gives a person an area
     * @param note what the district itself said of it: a reason, a new name
     */
    public void record(String action, Ref thing, @Nullable Ref part, Caller by, @Nullable String note) {
        var role = by.strongest();
        write(action, thing, part, by, role == null ? null : role.realmRole(), false, note);
    }

    /** A step of a thing's life; what was said with it stands in the timeline, for those who may read it. */
    void step(Living<?> thing, String verb, Caller by, @Nullable String role, boolean hidden) {
        var part = thing.page().equals(thing.ref()) ? null : thing.ref();
        write(thing.ref().kind() + "." + verb, thing.page(), part, by, role, hidden, null);
    }

    private void write(
            String action,
            Ref thing,
            @Nullable Ref part,
            Caller by,
            @Nullable String role,
            boolean hidden,
            @Nullable String note) {
        jdbi.useHandle(h -> h.createUpdate("""
                insert into audit (at, actor_id, actor_role, actor_hidden, action, thing_kind, thing_id, part_kind, part_id, note)
                values (:at, :actor, :role, :hidden, :action, :kind, :thing, :partKind, :part, :note)
                """)
                .bind("at", time.instant())
                .bind("actor", hidden ? null : by.id())
                .bind("role", role)
                .bind("hidden", hidden)
                .bind("action", action)
                .bind("kind", thing.kind())
                .bind("thing", thing.id())
                .bind("partKind", part == null ? null : part.kind())
                .bind("part", part == null ? null : part.id())
                .bind("note", note)
                .execute());
    }
}
