package org.hehuo.partners;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hehuo.kernel.life.Timeline;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.sql.Constraints;
import org.hehuo.kernel.text.Identified;
import org.hehuo.people.Memberships;
import org.hehuo.people.Organisations;
import org.hehuo.search.Searchable;
import org.hehuo.search.Suggestion;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What other features ask about partners. */
@ApplicationScoped
public class Partners implements Organisations, Timeline.Partners, Constraints, Searchable {
    final Jdbi jdbi;
    final Memberships memberships;

    Partners(Jdbi jdbi, Memberships memberships) {
        this.jdbi = jdbi;
        this.memberships = memberships;
    }

    @Override
    public Map<String, String> names(Collection<String> partnerIds) {
        if (partnerIds.isEmpty()) return Map.of();
        return jdbi.withHandle(h -> h.createQuery("select id, name from partner where id = any(:ids)")
                .bind("ids", partnerIds.toArray(String[]::new))
                .map((rs, ctx) -> Map.entry(rs.getString("id"), rs.getString("name")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** References for all rows of a list at once. */
    @Override
    public Map<String, Identified> refs(Collection<String> partnerIds) {
        return names(partnerIds).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> new Identified(e.getKey(), e.getValue())));
    }

    @Override
    public List<Suggestion> suggest(String words, int most, Caller caller) {
        return PartnerQueries.FOUND.titled(jdbi, "partner", "p.state = 'active'", words, most);
    }

    /** @throws Problem {@code invalid} (422) naming the field, if no such partner takes part now */
    public void requireActive(String partnerId, String field) {
        if (!isActive(partnerId)) throw Problem.invalid(field, "not_found");
    }

    /** Whether it takes part now: it may have left, or be kept out for a while. */
    public boolean isActive(String partnerId) {
        return jdbi.withHandle(
                h -> h.createQuery("select exists (select from partner where id = :id and state = 'active')")
                        .bind("id", partnerId)
                        .mapTo(Boolean.class)
                        .one());
    }

    /** Those that have this name or this credit code already, whatever their state. */
    public List<Identified> alike(String name, @Nullable String creditCode) {
        return jdbi.withHandle(h -> h.createQuery("""
                select id, name from partner where lower(name) = lower(:name) or credit_code = :code order by id limit 10
                """)
                .bind("name", name)
                .bind("code", creditCode)
                .map((rs, ctx) -> new Identified(rs.getString("id"), rs.getString("name")))
                .list());
    }

    public Collection<UUID> members(String partnerId) {
        return memberships.of(partnerId).stream()
                .map(Memberships.Member::person)
                .toList();
    }

    @Override
    public Map<String, ApiError> meanings() {
        return Map.of(
                "partner_name_once", ApiError.PARTNER_NAME_TAKEN,
                "partner_code_once", ApiError.PARTNER_CODE_TAKEN);
    }
}
