package org.hehuo.kernel.life;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.hehuo.kernel.outbox.Outbox;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.sql.Columns;
import org.hehuo.kernel.time.Time;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Carries out the steps of every lifecycle: permission, state, timeline and event, in the caller's transaction. */
@ApplicationScoped
public class Lifecycle {
    final Jdbi jdbi;
    final Timeline timeline;
    final Outbox outbox;
    final Time time;

    Lifecycle(Jdbi jdbi, Timeline timeline, Outbox outbox, Time time) {
        this.jdbi = jdbi;
        this.timeline = timeline;
        this.outbox = outbox;
        this.time = time;
    }

    public <T extends Living<S>, S extends Enum<S>> S apply(
            T thing, Action<T, S> action, Caller caller, @Nullable String text) {
        return apply(thing, action, caller, text, Map.of());
    }

    /**
     * @param text what the person said with it, shown in the timeline
     * @param data what readers of the event need beyond what it is about; no free text, no names
     * @return the state that the thing is in now
     * @throws Problem {@code forbidden}, {@code wrong_state}; {@code conflict} if somebody else moved it meanwhile
     */
    public <T extends Living<S>, S extends Enum<S>> S apply(
            T thing, Action<T, S> action, Caller caller, @Nullable String text, Map<String, ?> data) {
        action.check(thing, caller);
        var step = action.step();
        S to = action.to(thing);
        become(thing, to);
        timeline.record(thing, action.verb(), thing.state(), to, caller, text, !action.isSaidAside());
        boolean open = action.reveals(thing) || isPublic(thing, thing.state(), to);
        if (!step.event().isEmpty()) outbox.emit(step.event(), thing, open, caller, data);
        return to;
    }

    /** Who could see where it came from, or can see where it went, may know of the step. */
    static <S extends Enum<S>> boolean isPublic(Living<S> thing, @Nullable S from, S to) {
        return thing.isPublicIn(to) || (from != null && thing.isPublicIn(from));
    }

    private <S extends Enum<S>> void become(Living<S> thing, S to) {
        // The kind is a constant of the feature's code, never input.
        String sql = "update " + thing.ref().kind()
                + " set state = :to, version = version + 1, updated_at = :now where id = :id and state = :from";
        int changed = jdbi.withHandle(h -> h.createUpdate(sql)
                .bind("to", Columns.word(to))
                .bind("from", Columns.word(thing.state()))
                .bind("now", time.instant())
                .bind("id", thing.key())
                .execute());
        if (changed != 1) throw Problem.of(ApiError.CONFLICT);
    }
}
