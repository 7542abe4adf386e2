package org.hehuo.kernel.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Collection;
import java.util.Map;
import org.hehuo.kernel.life.Living;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Events, written in the transaction of the change that they tell of: what is rolled back was never said. Their order
 * for readers is given later, by the {@link Sequencer}.
 */
@ApplicationScoped
public class Outbox {
    private static final String EVENT = """
            insert into event (type, subject_kind, subject_id, parent_kind, parent_id, area, actor_id, actor_hidden,
                is_public, at, data)
            values (:type, :subjectKind, :subjectId, :parentKind, :parentId, :area, :actor, :hidden, :public, :at,
                cast(:data as jsonb))
            """;

    final Jdbi jdbi;
    final ObjectMapper json;
    final Time time;
    final Event<Written> written;

    Outbox(Jdbi jdbi, ObjectMapper json, Time time, Event<Written> written) {
        this.jdbi = jdbi;
        this.json = json;
        this.time = time;
        this.written = written;
    }

    /** One event more is in the transaction. */
    record Written() {}

    /** The thing itself took a step: {@code topic.accepted}. */
    public void emit(String participle, Living<?> thing, Caller caller, Map<String, ?> data) {
        emit(participle, thing, thing.isPublic(), caller, data);
    }

    /** @param isPublic whether anybody may learn of the step, though perhaps not of the thing before or after it */
    public void emit(String participle, Living<?> thing, boolean isPublic, Caller caller, Map<String, ?> data) {
        String type = thing.ref().kind() + "." + participle;
        write(type, thing.ref(), thing.page(), thing.areaCode(), isPublic, hides(thing, caller), caller, data);
    }

    /**
     * Something that belongs to a thing came about: {@code reply.…} under its topic.
     *
     * @param participle the second part of the event's type
     * @param subject what the event is about
     * @param thing what it belongs to: gives area and audience
     */
    public void emit(String participle, Ref subject, Living<?> thing, Caller caller, Map<String, ?> data) {
        String type = thing.ref().kind() + "." + participle;
        write(type, subject, thing.ref(), thing.areaCode(), thing.isPublic(), hides(thing, caller), caller, data);
    }

    private static boolean hides(Living<?> thing, Caller caller) {
        return caller.id() != null && thing.hides(caller.id());
    }

    /** Something came about that has no lifecycle; only those concerned learn of it. */
    public void emitPrivately(String type, Ref subject, String area, Caller caller, Map<String, ?> data) {
        write(type, subject, subject, area, false, false, caller, data);
    }

    /** The same came about for many things at once. */
    public void emitPrivately(String type, Collection<? extends Living<?>> things, Caller caller) {
        if (things.isEmpty()) return;
        jdbi.useHandle(h -> {
            var batch = h.prepareBatch(EVENT);
            for (var thing : things) {
                fill(batch, type, thing.ref(), thing.ref(), thing.areaCode(), false, false, caller, Map.of())
                        .add();
            }
            batch.execute();
        });
        written.fire(new Written());
    }

    private void write(
            String type,
            Ref subject,
            Ref parent,
            String area,
            boolean isPublic,
            boolean hidden,
            Caller caller,
            Map<String, ?> data) {
        jdbi.useHandle(h -> fill(h.createUpdate(EVENT), type, subject, parent, area, isPublic, hidden, caller, data)
                .execute());
        written.fire(new Written());
    }

    private <T extends SqlStatement<T>> T fill(
            T statement,
            String type,
            Ref subject,
            Ref parent,
            String area,
            boolean isPublic,
            boolean hidden,
            Caller caller,
            Map<String, ?> data) {
        boolean alone = parent.equals(subject);
        return statement
                .bind("type", type)
                .bind("subjectKind", subject.kind())
                .bind("subjectId", subject.id())
                .bind("parentKind", alone ? null : parent.kind())
                .bind("parentId", alone ? null : parent.id())
                .bind("area", area)
                .bind("actor", caller.id())
                .bind("hidden", hidden)
                .bind("public", isPublic)
                .bind("at", time.instant())
                .bind("data", text(data));
    }

    private String text(Map<String, ?> data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("event data must be plain values", e);
        }
    }
}
