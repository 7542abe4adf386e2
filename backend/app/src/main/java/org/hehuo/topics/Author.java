package org.hehuo.topics;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Role;
import org.hehuo.kernel.text.Words;
import org.hehuo.people.Absences;
import org.hehuo.people.People;
import org.jspecify.annotations.Nullable;

/** Who wrote something or answers for it, as others see it. */
@Schema(name = "Author")
record Author(@Schema(required = true, examples = "栗子奶奶") String displayName) {
    /** Besides {@code anonymous} and {@code by_phone}, what {@link #ofTopic} and the others need, from {@code topic t}. Takes {@code :now}. */
    static final String NAMES = People.nameOf("t.author_id") + " as author_name, " + People.nameOf("t.assignee_id")
            + " as assignee_name, " + Absences.standInOf("t.assignee_id") + " as stand_in_name";

    static Author ofTopic(ResultSet rs, Caller caller) throws SQLException {
        // Staff wrote it down for a caller on the phone.
        if (rs.getBoolean("by_phone")) return new Author(Words.say(caller.language(), "person.caller"));
        return of(rs.getString("author_name"), rs.getBoolean("anonymous"), caller);
    }

    static Author of(String name, boolean anonymous, Caller caller) {
        return new Author(anonymous ? Words.say(caller.language(), "person.anonymous") : name);
    }

    static @Nullable Author assignee(ResultSet rs) throws SQLException {
        return named(rs.getString("assignee_name"));
    }

    /** For the staff: that somebody is away is not for everybody. */
    static @Nullable Author standIn(ResultSet rs, Caller caller) throws SQLException {
        return !caller.is(Role.STAFF) ? null : named(rs.getString("stand_in_name"));
    }

    private static @Nullable Author named(@Nullable String name) {
        return name == null ? null : new Author(name);
    }
}
