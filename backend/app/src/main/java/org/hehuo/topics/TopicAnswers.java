package org.hehuo.topics;

/** What counts as an answer of staff to a topic. */
public final class TopicAnswers {
    public static final String DESCRIPTION =
            "Topics that staff accepted, declined, settled, merged, asked about or replied to officially";

    /** SQL: whether staff have answered topic {@code t} since {@code :today}. */
    public static final String SINCE = """
            t.id in (
                select l.page_id from timeline l where l.at >= :today and l.actor_role = 'staff'
                    and l.action in ('accept', 'decline', 'resolve', 'merge', 'ask')
                union all
                select r.topic_id from reply r where r.created_at >= :today and r.official and r.visibility = 'public')
            """;

    private TopicAnswers() {}
}
