package org.hehuo.notifications;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Who is told of what. */
enum Audience {
    /** Whoever follows the thing, or the topics that it grew from. */
    FOLLOWERS(Kind.FOLLOWED),
    /** Whoever follows the area, one that it lies in, or the category that the event names; of what all may know. */
    NEIGHBOURS(Kind.FOLLOWED),
    /** Whoever works for the area. */
    STAFF(Kind.WORK),
    /** The people of the partner, or the partners, that the event names. */
    MEMBERS(Kind.ORGANISATION),
    /** The person that the event names. */
    ADDRESSEE(Kind.PERSONAL),
    /** The person that the event names, for the work that is theirs: whoever stands in is told too. */
    ASSIGNEE(Kind.WORK),
    /** Whoever works for the area that the event names. */
    OFFICE(Kind.WORK);

    private static final Map<String, Set<Audience>> TOLD = Map.ofEntries(
            Map.entry("topic.created", EnumSet.of(NEIGHBOURS, STAFF)),
            Map.entry("topic.released", EnumSet.of(NEIGHBOURS)),
            Map.entry("topic.replied", EnumSet.of(FOLLOWERS)),
            Map.entry("topic.accepted", EnumSet.of(FOLLOWERS)),
            Map.entry("topic.assigned", EnumSet.of(ASSIGNEE)),
            Map.entry("topic.declined", EnumSet.of(FOLLOWERS)),
            Map.entry("topic.started", EnumSet.of(FOLLOWERS)),
            Map.entry("topic.resolved", EnumSet.of(FOLLOWERS, NEIGHBOURS)),
            Map.entry("topic.closed", EnumSet.of(FOLLOWERS, STAFF)),
            Map.entry("topic.reopened", EnumSet.of(FOLLOWERS, STAFF)),
            Map.entry("topic.fell_back", EnumSet.of(FOLLOWERS, STAFF)),
            Map.entry("topic.overdue", EnumSet.of(FOLLOWERS, STAFF)),
            Map.entry("topic.asked", EnumSet.of(ADDRESSEE)),
            Map.entry("topic.answered", EnumSet.of(STAFF)),
            Map.entry("topic.resumed", EnumSet.of(FOLLOWERS)),
            Map.entry("topic.transferred", EnumSet.of(FOLLOWERS, OFFICE)),
            Map.entry("topic.sent_back", EnumSet.of(FOLLOWERS, OFFICE)),
            Map.entry("topic.merged", EnumSet.of(FOLLOWERS)),
            Map.entry("topic.unmerged", EnumSet.of(FOLLOWERS)),
            Map.entry("topic.urged", EnumSet.of(STAFF)),
            Map.entry("topic.supervised", EnumSet.of(FOLLOWERS, STAFF)),
            Map.entry("topic.escalated", EnumSet.of(FOLLOWERS, OFFICE)),
            Map.entry("topic.overruled", EnumSet.of(FOLLOWERS, STAFF)),
            Map.entry("topic.hidden", EnumSet.of(ADDRESSEE)),
            Map.entry("topic.restored", EnumSet.of(ADDRESSEE)),
            Map.entry("topic.reply_hidden", EnumSet.of(ADDRESSEE)),
            Map.entry("topic.reply_restored", EnumSet.of(ADDRESSEE)),
            Map.entry("appeal.submitted", EnumSet.of(STAFF)),
            Map.entry("appeal.overdue", EnumSet.of(STAFF)),
            Map.entry("appeal.upheld", EnumSet.of(ADDRESSEE)),
            Map.entry("appeal.dismissed", EnumSet.of(ADDRESSEE)),
            Map.entry("report.submitted", EnumSet.of(STAFF)),
            Map.entry("report.overdue", EnumSet.of(STAFF, OFFICE)),
            Map.entry("report.upheld", EnumSet.of(ADDRESSEE)),
            Map.entry("report.dismissed", EnumSet.of(ADDRESSEE)),
            Map.entry("project.published", EnumSet.of(FOLLOWERS)),
            Map.entry("project.begun", EnumSet.of(FOLLOWERS, STAFF)),
            Map.entry("project.part_reported", EnumSet.of(STAFF)),
            Map.entry("project.progressed", EnumSet.of(FOLLOWERS, STAFF)),
            Map.entry("project.delivered", EnumSet.of(FOLLOWERS, STAFF)),
            Map.entry("project.sent_back", EnumSet.of(FOLLOWERS)),
            Map.entry("project.completed", EnumSet.of(FOLLOWERS)),
            Map.entry("project.cancelled", EnumSet.of(FOLLOWERS)),
            Map.entry("claim.confirmed", EnumSet.of(FOLLOWERS, STAFF, MEMBERS)),
            Map.entry("claim.submitted", EnumSet.of(STAFF, MEMBERS)),
            Map.entry("claim.rejected", EnumSet.of(MEMBERS)),
            Map.entry("claim.waitlisted", EnumSet.of(STAFF, MEMBERS)),
            Map.entry("claim.promoted", EnumSet.of(FOLLOWERS, STAFF, MEMBERS)),
            Map.entry("claim.withdrawn", EnumSet.of(FOLLOWERS, STAFF, MEMBERS)),
            Map.entry("claim.lapsed", EnumSet.of(STAFF, MEMBERS)),
            Map.entry("claim.fulfilled", EnumSet.of(MEMBERS)),
            Map.entry("claim.handed_over", EnumSet.of(FOLLOWERS, STAFF)),
            Map.entry("reassignment.proposed", EnumSet.of(MEMBERS)),
            Map.entry("reassignment.agreed", EnumSet.of(STAFF, MEMBERS)),
            Map.entry("reassignment.completed", EnumSet.of(STAFF, MEMBERS)),
            Map.entry("reassignment.declined", EnumSet.of(STAFF, MEMBERS)),
            Map.entry("reassignment.withdrawn", EnumSet.of(MEMBERS)),
            Map.entry("reassignment.expired", EnumSet.of(STAFF, MEMBERS)),
            Map.entry("invitation.sent", EnumSet.of(MEMBERS)),
            Map.entry("invitation.declined", EnumSet.of(STAFF)),
            Map.entry("invitation.withdrawn", EnumSet.of(MEMBERS)),
            Map.entry("invitation.expired", EnumSet.of(STAFF, MEMBERS)),
            Map.entry("invitation.lapsed", EnumSet.of(MEMBERS)),
            Map.entry("meeting.planned", EnumSet.of(MEMBERS)),
            Map.entry("meeting.changed", EnumSet.of(MEMBERS)),
            Map.entry("meeting.invited", EnumSet.of(MEMBERS)),
            Map.entry("meeting.coming_up", EnumSet.of(MEMBERS)),
            Map.entry("meeting.started", EnumSet.of(MEMBERS)),
            Map.entry("meeting.cancelled", EnumSet.of(MEMBERS)),
            Map.entry("meeting.fell_through", EnumSet.of(STAFF, MEMBERS)),
            Map.entry("partner_application.review_started", EnumSet.of(ADDRESSEE)),
            Map.entry("partner_application.returned", EnumSet.of(ADDRESSEE)),
            Map.entry("partner_application.approved", EnumSet.of(ADDRESSEE)),
            Map.entry("partner_application.rejected", EnumSet.of(ADDRESSEE)),
            Map.entry("partner.suspended", EnumSet.of(MEMBERS)),
            Map.entry("partner.reinstated", EnumSet.of(MEMBERS)),
            Map.entry("partner.renewed", EnumSet.of(MEMBERS)),
            Map.entry("partner.term_ending", EnumSet.of(MEMBERS)),
            Map.entry("person.appointed", EnumSet.of(ADDRESSEE)),
            Map.entry("person.joined_partner", EnumSet.of(ADDRESSEE)),
            Map.entry("person.became_owner", EnumSet.of(ADDRESSEE)),
            Map.entry("person.left_partner", EnumSet.of(ADDRESSEE)));

    final Kind kind;

    Audience(Kind kind) {
        this.kind = kind;
    }

    static Set<Audience> of(String eventType) {
        return TOLD.getOrDefault(eventType, Set.of());
    }

    static Set<String> types() {
        return TOLD.keySet();
    }
}
