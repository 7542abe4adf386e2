package org.hehuo.partners;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hehuo.areas.AreaCode;
import org.hehuo.kernel.life.Timeline;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.sql.Columns;
import org.hehuo.kernel.text.Identified;
import org.hehuo.people.Memberships;
import org.hehuo.people.Organisations;
import org.hehuo.search.Searchable;
import org.hehuo.search.Suggestion;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What other features ask about partners. */
@ApplicationScoped
public class Partners implements Organisations, Timeline.Partners, Searchable {
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

    /** Those that anybody may see: not the ones that are kept out for now. */
    public Map<String, Identified> shown(Collection<String> partnerIds) {
        return jdbi.withHandle(
                h -> h.createQuery("select id, name from partner where id = any(:ids) and state <> 'suspended'")
                        .bind("ids", partnerIds.toArray(String[]::new))
                        .map((rs, ctx) -> new Identified(rs.getString("id"), rs.getString("name")))
                        .collect(Collectors.toMap(Identified::id, p -> p)));
    }

    @Override
    public List<Suggestion> suggest(String words, int most, Caller caller) {
        return PartnerQueries.FOUND.titled(jdbi, "partner", "p.state = 'active'", words, most);
    }

    /**
     * It takes part now, and until this transaction ends: whoever wants it to leave waits.
     *
     * @throws Problem {@code invalid} (422) naming the field, if it does not
     */
    public void requireActive(String partnerId, String field) {
        boolean held = jdbi.withHandle(
                h -> h.createQuery("select 1 from partner where id = :id and state = 'active' for key share")
                        .bind("id", partnerId)
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent());
        if (!held) throw Problem.invalid(field, "not_found");
    }

    /**
     * Those of the partners that are of one of the kinds and serve the area, a part of it or one that it lies in.
     *
     * @param kinds any, if none is named
     * @param area anywhere, if absent
     */
    public Set<String> among(Collection<String> ids, Collection<Kind> kinds, @Nullable String area) {
        var above = area == null ? List.<String>of() : new AreaCode(area).upwards();
        return jdbi.withHandle(h -> h.createQuery("""
                select p.id from partner p where p.id = any(:ids) and (:anyKind or p.kind = any(:kinds))
                    and (cast(:area as text) is null or exists (select from partner_area a where a.partner_id = p.id
                        and (a.area_code = any(:above) or a.area_code like :area || '%')))
                """)
                .bind("ids", ids.toArray(String[]::new))
                .bind("anyKind", kinds.isEmpty())
                .bind("kinds", Columns.words(kinds))
                .bind("area", area)
                .bind("above", above.toArray(String[]::new))
                .mapTo(String.class)
                .collect(Collectors.toSet()));
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
}
