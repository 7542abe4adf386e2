package org.hehuo.topics;

import static org.hehuo.kernel.sql.Columns.uuid;
import static org.hehuo.kernel.sql.Columns.uuidOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hehuo.kernel.security.Caller;
import org.jspecify.annotations.Nullable;

/** Who has to do with a topic, before their names are known. */
record TopicPersons(
        UUID author,
        boolean anonymous,
        boolean byPhone,
        @Nullable UUID assignee) {

    static TopicPersons read(ResultSet rs) throws SQLException {
        return new TopicPersons(
                uuid(rs, "author_id"),
                rs.getBoolean("anonymous"),
                rs.getString("recorded_by") != null,
                uuidOrNull(rs, "assignee_id"));
    }

    /** Those whose names may be shown. */
    Stream<@Nullable UUID> named() {
        return Stream.of(anonymous || byPhone ? null : author, assignee);
    }

    Author authorFor(Caller caller, Map<UUID, String> names) {
        return Author.of(author, anonymous, byPhone, names, caller);
    }

    @Nullable
    Author assignee(Map<UUID, String> names) {
        return assignee == null ? null : new Author(names.getOrDefault(assignee, ""));
    }
}
