package org.hehuo.partners;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.hehuo.kernel.time.Upkeep;
import org.hehuo.search.Initials;
import org.jdbi.v3.core.Jdbi;

/** Spells the names that are new, so that whoever types initials finds them. */
@ApplicationScoped
class PartnerInitials implements Upkeep {
    private static final int MOST_A_BATCH = 500;

    final Jdbi jdbi;

    PartnerInitials(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Named(String id, String name) {}

    @Override
    @Transactional
    public int tidy(Instant now) {
        return jdbi.withHandle(h -> {
            var unspelt = h.createQuery(
                            "select id, name from partner where initials is null limit :most for update skip locked")
                    .bind("most", MOST_A_BATCH)
                    .map((rs, ctx) -> new Named(rs.getString("id"), rs.getString("name")))
                    .list();
            if (unspelt.isEmpty()) return 0;
            var batch = h.prepareBatch("update partner set initials = :initials where id = :id");
            for (var partner : unspelt) {
                batch.bind("initials", Initials.of(partner.name()))
                        .bind("id", partner.id())
                        .add();
            }
            batch.execute();
            return unspelt.size();
        });
    }
}
