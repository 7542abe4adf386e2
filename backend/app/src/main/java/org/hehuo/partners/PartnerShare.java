package org.hehuo.partners;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import org.hehuo.kernel.http.Shareable;
import org.jdbi.v3.core.Jdbi;

/** What the link to a partner shows. */
@ApplicationScoped
class PartnerShare implements Shareable {
    final Jdbi jdbi;

    PartnerShare(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String room() {
        return "partners";
    }

    @Override
    public Optional<Head> head(String id) {
        return jdbi.withHandle(h -> h.createQuery("select name, intro from partner where id = :id and state = 'active'")
                .bind("id", id)
                .map((rs, ctx) ->
                        new Head(rs.getString("name"), Objects.requireNonNullElse(rs.getString("intro"), ""), null))
                .findOne());
    }
}
