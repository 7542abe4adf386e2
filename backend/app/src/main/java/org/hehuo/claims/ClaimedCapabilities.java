package org.hehuo.claims;

import static org.hehuo.kernel.sql.Columns.uuid;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hehuo.capabilities.CapabilityUse;
import org.jdbi.v3.core.Jdbi;

/** Works out what was taken of a partner's capabilities: nobody has to keep the books. */
@ApplicationScoped
class ClaimedCapabilities implements CapabilityUse {
    final Jdbi jdbi;

    ClaimedCapabilities(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public Map<UUID, Used> of(String partnerId, Instant month) {
        return jdbi.withHandle(h -> h.createQuery("""
                select id, sum(quantity) as in_all,
                    coalesce(sum(quantity) filter (where confirmed_at >= :month), 0) as this_month
                from (
                    -- What two could give was given once: by the one that was offered first.
                    select distinct on (c.id, n.id) k.id, taken.quantity, c.confirmed_at
                    from claim c
                    join project p on p.id = c.project_id
                    join need n on n.project_id = c.project_id
                    join capability k on k.partner_id = c.partner_id and k.kind = n.kind and k.unit = n.unit
                        and exists (select from unnest(k.categories) able where p.category ^@ able)
                    left join claim_share s on s.claim_id = c.id and s.need_id = n.id
                    cross join lateral (
                        select case p.claim_mode when 'shared' then s.quantity else n.quantity end) taken (quantity)
                    where c.partner_id = :partner and c.state in ('confirmed', 'fulfilled') and taken.quantity is not null
                    order by c.id, n.id, k.created_at, k.id
                ) given
                group by id
                """)
                .bind("partner", partnerId)
                .bind("month", month)
                .map((rs, ctx) ->
                        Map.entry(uuid(rs, "id"), new Used(rs.getBigDecimal("in_all"), rs.getBigDecimal("this_month"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
