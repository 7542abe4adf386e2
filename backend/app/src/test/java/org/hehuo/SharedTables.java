package org.hehuo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** The rows behind a shared project: its slots, its needs and its queue. */
final class SharedTables {
    /** Each counts what must never be; takes the project's id. */
    private static final Map<String, String> NEVER = Map.of(
            "slots, queue and state are what the claims say", """
            select count(*) from project p where id = ? and (held > slots
                or held <> (select count(*) from claim where project_id = p.id and state in ('confirmed', 'fulfilled'))
                or waiting <> (select count(*) from claim where project_id = p.id and state = 'waitlisted')
                or (state = 'open') <> (held < slots
                    and exists (select from need where project_id = p.id and filled < quantity)))
            """,
            "what is filled is the sum of what is carried", """
            select count(*) from need n where project_id = ? and (filled > quantity or filled <> coalesce((
                select sum(s.quantity) from claim_share s join claim c on c.id = s.claim_id
                where s.need_id = n.id and c.state in ('confirmed', 'fulfilled')), 0))
            """,
            "nobody waits for what is free", """
            select count(*) from claim w join project p on p.id = w.project_id
            where p.id = ? and w.state = 'waitlisted' and p.held < p.slots and not exists (
                select from claim_share s join need n on n.id = s.need_id
                where s.claim_id = w.id and n.filled + s.quantity > n.quantity)
            """,
            "nobody stands twice before it", """
            select count(*) from (
                select from claim where project_id = ? and state in ('submitted', 'confirmed', 'waitlisted')
                group by partner_id having count(*) > 1) twice
            """);

    private SharedTables() {}

    static void agree(Jdbi jdbi, String project) {
        NEVER.forEach((rule, query) -> assertEquals(0, count(jdbi, query, project), rule));
    }

    private static int count(Jdbi jdbi, String query, String project) {
        return jdbi.withHandle(
                h -> h.select(query, project).mapTo(Integer.class).one());
    }
}
