package org.hehuo.topics;

import static org.hehuo.kernel.sql.Columns.uuidOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.kernel.security.Caller;
import org.hehuo.people.People;
import org.jspecify.annotations.Nullable;

/** What a reply quotes, as it reads now. */
@Schema(name = "ReplyQuote")
record ReplyQuote(
        @Schema(required = true) UUID id,
        @Schema(required = true) Author author,

        @Schema(description = "The beginning of what it says; absent where it was hidden") @Nullable
        String excerpt) {

    /** Beside {@code reply r}: by its key alone, for a thread is too long to look through for each quote. */
    static final String JOIN = " left join reply q on q.id = r.quote_id";

    /** After two topics were separated, what the other says is not quoted. */
    static final String SHOWN =
            ", case when q.topic_id = r.topic_id then q.id end as quoted, q.anonymous as quoted_anonymous, "
                    + "case when q.visibility = 'public' then left(q.body, 120) || case when length(q.body) > 120 then '…' else '' end "
                    + "end as excerpt, "
                    + People.nameOf("q.author_id") + " as quoted_name";

    static @Nullable ReplyQuote read(ResultSet rs, Caller caller) throws SQLException {
        UUID id = uuidOrNull(rs, "quoted");
        if (id == null) return null;
        String excerpt = rs.getString("excerpt");
        var author = excerpt == null
                ? new Author("")
                : Author.of(rs.getString("quoted_name"), rs.getBoolean("quoted_anonymous"), caller);
        return new ReplyQuote(id, author, excerpt);
    }
}
