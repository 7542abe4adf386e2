package org.hehuo.claims;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.sql.Columns;
import org.hehuo.partners.Level;
import org.hehuo.partners.Partners;
import org.jdbi.v3.core.Jdbi;

/** Adds up partners' credit from what became of their claims: nothing is kept that could differ from it. */
@ApplicationScoped
public class Credits {
    final Jdbi jdbi;
    final Partners partners;

    Credits(Jdbi jdbi, Partners partners) {
        this.jdbi = jdbi;
        this.partners = partners;
    }

    /** @throws Problem {@code not_found} for a partner that is kept out for now */
    PartnerCredit of(String id) {
        var partner = Optional.ofNullable(partners.shown(List.of(id)).get(id))
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND));
        var lines = lines(List.of(id)).getOrDefault(id, List.of());
        int balance = balance(lines);
        return new PartnerCredit(partner, balance, Level.of(balance), lines);
    }

    public Level levelOf(String partner) {
        return Level.of(balance(lines(List.of(partner)).getOrDefault(partner, List.of())));
    }

    /** Those of the partners that have not reached it. */
    public Set<String> below(Level level, Collection<String> partnerIds) {
        var lines = lines(partnerIds);
        return partnerIds.stream()
                .filter(id -> !level.isReachedWith(balance(lines.getOrDefault(id, List.of()))))
                .collect(Collectors.toSet());
    }

    private static int balance(List<PartnerCredit.Line> lines) {
        return lines.stream().mapToInt(PartnerCredit.Line::sum).sum();
    }

    private Map<String, List<PartnerCredit.Line>> lines(Collection<String> partnerIds) {
        return jdbi.withHandle(h -> h.createQuery("""
                select c.partner_id, count(*) filter (where c.state = 'fulfilled') as claim_fulfilled,
                    count(*) filter (where c.state = 'lapsed' and c.marked) as claim_lapsed,
                    count(*) filter (where c.state = 'withdrawn' and c.marked) as claim_withdrawn,
                    coalesce(sum((select count(*) from evaluation e
                        where e.thing_kind = 'project' and e.thing_id = c.project_id and e.rating = 5))
                        filter (where c.state = 'fulfilled'), 0) as five_stars
                from claim c where c.partner_id = any(:ids) group by c.partner_id
                """)
                .bind("ids", partnerIds.toArray(String[]::new))
                .map((rs, ctx) -> Map.entry(rs.getString("partner_id"), lines(rs)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static List<PartnerCredit.Line> lines(ResultSet rs) throws SQLException {
        var lines = new ArrayList<PartnerCredit.Line>();
        for (var rule : CreditRule.values()) {
            int times = rs.getInt(Columns.word(rule));
            if (times > 0) lines.add(new PartnerCredit.Line(rule, times, rule.points));
        }
        return lines;
    }
}
