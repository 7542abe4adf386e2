package org.hehuo.kernel.outbox;

import static org.hehuo.kernel.sql.Columns.instant;
import static org.hehuo.kernel.sql.Columns.uuid;
import static org.hehuo.kernel.sql.Columns.uuidOrNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.hehuo.kernel.life.Ref;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Reads the events that have their place in the order. */
@ApplicationScoped
public class EventLog {
    final Jdbi jdbi;
    final ObjectMapper json;

    EventLog(Jdbi jdbi, ObjectMapper json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** The next events after this place, oldest first. */
    public List<Event> after(long seq, int most, boolean publicOnly) {
        return jdbi.withHandle(h -> h.createQuery("""
                select seq, id, type, subject_kind, subject_id, parent_kind, parent_id, area, actor_id, actor_hidden,
                    is_public, at, data
                from event where seq > :seq and (is_public or not :publicOnly) order by seq limit :most
                """)
                .bind("seq", seq)
                .bind("publicOnly", publicOnly)
                .bind("most", most)
                .map(this::event)
                .list());
    }

    /** The place of the last event in the order; 0 when there is none. */
    public long last() {
        return jdbi.withHandle(h -> h.createQuery("select coalesce(max(seq), 0) from event")
                .mapTo(Long.class)
                .one());
    }

    private Event event(ResultSet rs, StatementContext ctx) throws SQLException {
        return new Event(
                rs.getLong("seq"),
                uuid(rs, "id"),
                rs.getString("type"),
                new Ref(rs.getString("subject_kind"), rs.getString("subject_id")),
                parent(rs),
                rs.getString("area"),
                uuidOrNull(rs, "actor_id"),
                rs.getBoolean("actor_hidden"),
                rs.getBoolean("is_public"),
                instant(rs, "at"),
                data(rs.getString("data")));
    }

    private static @Nullable Ref parent(ResultSet rs) throws SQLException {
        String id = rs.getString("parent_id");
        return id == null ? null : new Ref(rs.getString("parent_kind"), id);
    }

    private JsonNode data(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database holds event data that is no JSON", e);
        }
    }
}
