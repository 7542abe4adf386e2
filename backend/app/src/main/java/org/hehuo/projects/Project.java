package org.hehuo.projects;

import static org.hehuo.kernel.sql.Columns.texts;
import static org.hehuo.kernel.sql.Columns.word;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hehuo.kernel.life.Living;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A project as its rules see it.
 *
 * @param published it was public once; a draft, even a cancelled one, is the staff's own
 * @param topics ids of the topics that it grew from
 * @param holders the partners that hold it now
 * @param behind ids of all partners that stand behind it, holding or waiting
 * @param barred those of the caller's partners that are not eligible
 */
record Project(
        String id,
        ProjectState state,
        String areaCode,
        boolean published,
        ClaimMode mode,
        ClaimPolicy policy,
        @Nullable Eligibility eligibility,
        int slots,
        int held,
        int waiting,
        int beginWithinDays,
        List<String> topics,
        List<Undertakings.Holder> holders,
        Set<String> behind,
        Set<String> barred,
        long version)
        implements Living<ProjectState> {
    static final String KIND = "project";
    static final int LONGEST_WAITING_LIST = 10;

    /** The columns that {@link #read} needs, from {@code project p}. */
    static final String COLUMNS = """
            p.id, p.state, p.area_code, p.published_at is not null as published, p.claim_mode, p.claim_policy,
            p.eligible_kinds, p.eligible_serving, p.eligible_level, p.slots, p.held, p.waiting, p.begin_within_days, p.version,
            array(select topic_id from project_topic where project_id = p.id order by topic_id) as topics
            """;

    static Project read(ResultSet rs) throws SQLException {
        return new Project(
                rs.getString("id"),
                word(rs, "state", ProjectState.class),
                rs.getString("area_code"),
                rs.getBoolean("published"),
                word(rs, "claim_mode", ClaimMode.class),
                word(rs, "claim_policy", ClaimPolicy.class),
                Eligibility.read(rs),
                rs.getInt("slots"),
                rs.getInt("held"),
                rs.getInt("waiting"),
                rs.getInt("begin_within_days"),
                texts(rs, "topics"),
                List.of(),
                Set.of(),
                Set.of(),
                rs.getLong("version"));
    }

    Project with(List<Undertakings.Holder> holders, Set<String> behind, Set<String> barred) {
        return new Project(
                id,
                state,
                areaCode,
                published,
                mode,
                policy,
                eligibility,
                slots,
                held,
                waiting,
                beginWithinDays,
                topics,
                holders,
                behind,
                barred,
                version);
    }

    /** Ids of the partners that hold it now. */
    List<String> partners() {
        return holders.stream().map(holder -> holder.partner().id()).toList();
    }

    @Override
    public Ref ref() {
        return new Ref(KIND, id);
    }

    @Override
    public boolean isPublic() {
        return published;
    }

    boolean isVisibleTo(Caller caller) {
        return published || caller.isStaffOf(areaCode) || caller.isClock();
    }

    /** Whether one for whom the caller acts has yet to begin. */
    boolean isToBeginBy(Caller caller) {
        return holders.stream()
                .filter(h -> h.begunAt() == null)
                .anyMatch(h -> caller.isStaffOf(areaCode)
                        || caller.speaksFor(h.partner().id()));
    }

    boolean isHeldBy(Caller caller) {
        return partners().stream().anyMatch(caller::speaksFor);
    }

    @Override
    public List<String> besides(Caller caller) {
        var actions = new ArrayList<String>();
        boolean staff = caller.isStaffOf(areaCode);
        if (staff && isEditable()) actions.add("edit");
        boolean fresh = caller.partners().stream().anyMatch(p -> !behind.contains(p) && !barred.contains(p));
        if (takesClaims() && (staff || fresh)) actions.add("claim");
        if (isUnderWay() && (staff || isHeldBy(caller))) actions.add("add-progress");
        return actions;
    }

    boolean isEditable() {
        return state == ProjectState.DRAFT || (state == ProjectState.OPEN && behind.isEmpty());
    }

    boolean isUnderWay() {
        return switch (state) {
            case CLAIMED, IN_PROGRESS, DELIVERED -> true;
            case DRAFT, OPEN, COMPLETED, CLOSED, CANCELLED -> false;
        };
    }

    /** Whether one more claim would hold, or wait; where staff choose, nobody waits in line. */
    boolean takesClaims() {
        return switch (state) {
            case OPEN -> true;
            case CLAIMED, IN_PROGRESS -> policy == ClaimPolicy.FIRST_COME && waiting < LONGEST_WAITING_LIST;
            case DRAFT, DELIVERED, COMPLETED, CLOSED, CANCELLED -> false;
        };
    }

    /** What readers of its events need: who follows its topics follows it. */
    Map<String, List<String>> eventData() {
        return Map.of("topics", topics);
    }
}
