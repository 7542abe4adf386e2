package org.hehuo.topics;

import static org.hehuo.kernel.sql.Columns.instantOrNull;
import static org.hehuo.kernel.sql.Columns.uuid;
import static org.hehuo.kernel.sql.Columns.uuidOrNull;
import static org.hehuo.kernel.sql.Columns.word;
import static org.hehuo.kernel.sql.Columns.wordOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hehuo.kernel.life.Living;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A topic as its rules see it.
 *
 * @param byPhone staff wrote it down for a caller
 * @param overdue a promise is broken
 * @param setAside where it was before its author was asked, or before it was merged into another
 * @param daysLeft working days of its promise that were left then
 * @param cameFrom the area that passed it on
 * @param escalatedTo the office to which a broken promise went
 * @param decidedBy who declined it
 * @param hasCompany somebody other than the author has replied or supported
 * @param freshlyResolved less than 14 days have passed since it was resolved
 */
record Topic(
        String id,
        TopicState state,
        Visibility visibility,
        Readers readers,
        String areaCode,
        @Nullable String category,
        UUID author,
        boolean anonymous,
        boolean byPhone,
        @Nullable UUID assignee,
        @Nullable Instant dueAt,
        boolean overdue,
        @Nullable TopicState setAside,
        int daysLeft,
        @Nullable String mergedInto,
        @Nullable String cameFrom,
        int transfers,
        @Nullable String escalatedTo,
        @Nullable UUID decidedBy,
        boolean appealed,
        boolean hasCompany,
        boolean freshlyResolved,
        long version)
        implements Living<TopicState> {
    static final String KIND = "topic";

    /** SQL: whether a promise is broken; takes {@code :now}. */
    static final String OVERDUE =
            "(t.state in ('open', 'accepted', 'in_progress') and t.due_at < cast(:now as timestamptz))";

    /** The columns that {@link #read} needs, from {@code topic t}; takes {@code :now}. */
    static final String COLUMNS = """
            t.id, t.state, t.visibility, t.readers, t.area_code, t.category, t.author_id, t.anonymous,
            t.recorded_by is not null as by_phone, t.assignee_id, t.due_at, t.version, t.set_aside, t.days_left, t.merged_into,
            t.came_from, t.transfers, t.escalated_to, t.decided_by, t.appealed""" + ", " + OVERDUE + " as overdue, " + """
            (exists (select from reply where topic_id = t.id and author_id <> t.author_id)
                or exists (select from topic_support where topic_id = t.id and person_id <> t.author_id)) as has_company,
            coalesce(t.resolved_at > cast(:now as timestamptz) - interval '14 days', false) as freshly_resolved
            """;

    static Topic read(ResultSet rs) throws SQLException {
        return new Topic(
                rs.getString("id"),
                word(rs, "state", TopicState.class),
                word(rs, "visibility", Visibility.class),
                word(rs, "readers", Readers.class),
                rs.getString("area_code"),
                rs.getString("category"),
                uuid(rs, "author_id"),
                rs.getBoolean("anonymous"),
                rs.getBoolean("by_phone"),
                uuidOrNull(rs, "assignee_id"),
                instantOrNull(rs, "due_at"),
                rs.getBoolean("overdue"),
                wordOrNull(rs, "set_aside", TopicState.class),
                rs.getInt("days_left"),
                rs.getString("merged_into"),
                rs.getString("came_from"),
                rs.getInt("transfers"),
                rs.getString("escalated_to"),
                uuidOrNull(rs, "decided_by"),
                rs.getBoolean("appealed"),
                rs.getBoolean("has_company"),
                rs.getBoolean("freshly_resolved"),
                rs.getLong("version"));
    }

    @Override
    public Ref ref() {
        return new Ref(KIND, id);
    }

    @Override
    public boolean isPublic() {
        return visibility == Visibility.PUBLIC;
    }

    @Override
    public boolean isForItsReaders() {
        return visibility == Visibility.MEMBERS;
    }

    @Override
    public boolean hides(UUID person) {
        return anonymous && author.equals(person);
    }

    @Override
    public @Nullable TopicState setAside() {
        return setAside;
    }

    /** Its author may edit it while nobody has taken it up; staff may look, on purpose, who stands behind it. */
    @Override
    public List<String> besides(Caller caller) {
        var actions = new ArrayList<String>();
        if ((anonymous || byPhone) && caller.isStaffOf(areaCode)) actions.add("reveal-author");
        if (isEditable() && caller.isPerson(author)) actions.add("edit");
        return actions;
    }

    /** Nobody edits a hidden text back into the open. */
    boolean isEditable() {
        return state == TopicState.OPEN && visibility != Visibility.HIDDEN;
    }

    /** Whether staff still owe it something. */
    boolean isOnADesk() {
        return state == TopicState.OPEN || state == TopicState.ACCEPTED || state == TopicState.IN_PROGRESS;
    }

    /** Whatever it is that others carry of it; {@link TopicStore#shows} knows that too. */
    boolean isVisibleTo(Caller caller) {
        return isPublic() || caller.isPerson(author) || caller.isStaffOf(areaCode) || caller.isClock();
    }
}
