package org.hehuo.topics;

import static org.hehuo.kernel.sql.Columns.instantOrNull;
import static org.hehuo.kernel.sql.Columns.uuid;
import static org.hehuo.kernel.sql.Columns.uuidOrNull;
import static org.hehuo.kernel.sql.Columns.uuids;
import static org.hehuo.kernel.sql.Columns.word;
import static org.hehuo.kernel.sql.Columns.wordOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hehuo.appeals.Decision;
import org.hehuo.kernel.life.Living;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Role;
import org.hehuo.moderation.PersonalData;
import org.jspecify.annotations.Nullable;

/**
 * A topic as its rules see it.
 *
 * @param held hidden only until somebody has looked at it
 * @param untold it was held from the beginning, and nobody was told of it
 * @param byPhone staff wrote it down for a caller
 * @param overdue a promise is broken
 * @param setAside where it was before its author was asked, or before it was merged into another
 * @param daysLeft working days of its promise that were left then; negative if it was broken already
 * @param raisedIn working days that were left then until a broken promise would have gone up, if it would
 * @param dueThen by when it was promised then
 * @param supervised a higher office ordered its date
 * @param cameFrom the area that passed it on
 * @param escalatedTo the office to which a broken promise went
 * @param escalatesAt when it goes up, or further up
 * @param mayAppeal against which decision its author may still appeal
 * @param decidedBy whose decision that was
 * @param hiddenToo authors of what was merged into it who did not give their names
 * @param hasCompany somebody other than the author has replied or supported
 * @param freshlyResolved less than 14 days have passed since it was resolved
 */
record Topic(
        String id,
        TopicState state,
        Visibility visibility,
        boolean held,
        boolean untold,
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
        @Nullable Integer raisedIn,
        @Nullable Instant dueThen,
        boolean supervised,
        @Nullable String mergedInto,
        @Nullable String cameFrom,
        int transfers,
        @Nullable String escalatedTo,
        @Nullable Instant escalatesAt,
        @Nullable Decision mayAppeal,
        @Nullable UUID decidedBy,
        List<UUID> hiddenToo,
        boolean hasCompany,
        boolean freshlyResolved,
        long version)
        implements Living<TopicState> {
    static final String KIND = "topic";
    private static final int DISTRICT_DIGITS = 6;

    /** SQL: whether a promise is broken; takes {@code :now}. */
    static final String OVERDUE =
            "(t.state in ('open', 'accepted', 'in_progress') and t.due_at < cast(:now as timestamptz))";

    /** SQL: against which decision its author may appeal, and whose it was. */
    private static final String APPEAL = """
            case when t.visibility = 'hidden' and not t.held and t.hidden_by is not null and not t.hide_appealed then 'hide'
                when t.state = 'declined' and t.declined_by is not null and not t.decline_appealed then 'decline'
            end as may_appeal,
            case when t.visibility = 'hidden' and not t.held and t.hidden_by is not null and not t.hide_appealed then t.hidden_by
                else t.declined_by end as decided_by""";

    /**
     * The columns that {@link #read} needs, from {@code topic t}; takes {@code :now}. A supporter is looked for by order, not for
     * existence: one topic may have nearly all that there are, and then the planner would read them all for the others.
     */
    static final String COLUMNS = """
            t.id, t.state, t.visibility, t.held, t.untold, t.readers, t.area_code, t.category, t.author_id, t.anonymous,
            t.recorded_by is not null as by_phone, t.assignee_id, t.due_at, t.version, t.set_aside, t.days_left, t.raised_in,
            t.due_then, t.merged_into,
            t.supervised_at is not null as supervised,
            t.came_from, t.transfers, t.escalated_to, t.escalates_at""" + ", " + APPEAL + ", " + OVERDUE + " as overdue, " + """
            (exists (select from reply where topic_id = t.id and author_id <> t.author_id)
                or (select true from topic_support where topic_id = t.id and person_id <> t.author_id order by person_id limit 1)
                or exists (select from topic m where m.merged_into = t.id)) as has_company,
            case when exists (select from topic m where m.merged_into = t.id) then array(
                with recursive family as (
                    select id, author_id, anonymous from topic where merged_into = t.id
                    union all
                    select m.id, m.author_id, m.anonymous from topic m join family f on m.merged_into = f.id)
                select author_id from family where anonymous) end as hidden_too,
            coalesce(t.resolved_at > cast(:now as timestamptz) - interval '14 days', false) as freshly_resolved
            """;

    static Topic read(ResultSet rs) throws SQLException {
        return new Topic(
                rs.getString("id"),
                word(rs, "state", TopicState.class),
                word(rs, "visibility", Visibility.class),
                rs.getBoolean("held"),
                rs.getBoolean("untold"),
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
                rs.getObject("raised_in", Integer.class),
                instantOrNull(rs, "due_then"),
                rs.getBoolean("supervised"),
                rs.getString("merged_into"),
                rs.getString("came_from"),
                rs.getInt("transfers"),
                rs.getString("escalated_to"),
                instantOrNull(rs, "escalates_at"),
                wordOrNull(rs, "may_appeal", Decision.class),
                uuidOrNull(rs, "decided_by"),
                uuids(rs, "hidden_too"),
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
        return (anonymous && author.equals(person)) || hiddenToo.contains(person);
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
        if (isPublic() && !caller.isProgram() && !caller.isPerson(author)) actions.add("report");
        return actions;
    }

    /** Nobody edits a hidden text back into the open. */
    boolean isEditable() {
        return state == TopicState.OPEN && visibility != Visibility.HIDDEN;
    }

    /** Hidden from all, though it was meant for all: whoever hid it is not the only one to judge. */
    private boolean isKeptFromAll() {
        return visibility == Visibility.HIDDEN && readers == Readers.PUBLIC;
    }

    /** It went up, or nobody but the district knows where it belongs. */
    private boolean isBeforeTheDistrict() {
        return areaCode.length() == DISTRICT_DIGITS || (escalatedTo != null && escalatedTo.length() == DISTRICT_DIGITS);
    }

    /**
     * What many would read should say nothing by which somebody is found.
     *
     * @throws org.hehuo.kernel.problem.Problem {@code invalid} naming the field
     */
    void holdBack(@Nullable String text, String field) {
        if (readers != Readers.MEMBERS) PersonalData.holdBack(text, field);
    }

    /** With what its area's and its category's followers need. */
    Map<String, Object> eventData(Map<String, ?> more) {
        var data = new HashMap<String, Object>(more);
        if (category != null) data.put("category", category);
        return data;
    }

    /** Whether staff still owe it something. */
    boolean isOnADesk() {
        return state == TopicState.OPEN || state == TopicState.ACCEPTED || state == TopicState.IN_PROGRESS;
    }

    /** Whatever it is that others carry of it; {@link TopicStore#shows} knows that too. */
    boolean isVisibleTo(Caller caller) {
        return isPublic()
                || caller.isPerson(author)
                || caller.isStaffOf(areaCode)
                || caller.isClock()
                || (caller.is(Role.ADMIN) && (isBeforeTheDistrict() || isKeptFromAll()));
    }
}
