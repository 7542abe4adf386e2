package org.hehuo.projects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

/** What shared projects take, and how claims fill it share by share; whoever changes it holds the project's row. */
@ApplicationScoped
public class Needs {
    private static final String SHARES =
            "with share as (select * from unnest(cast(:needs as uuid[]), cast(:quantities as numeric[])) as s (need, quantity)) ";

    final Jdbi jdbi;
    final ProjectRows rows;

    Needs(Jdbi jdbi, ProjectRows rows) {
        this.jdbi = jdbi;
        this.rows = rows;
    }

    /** So much of one need. */
    public record Share(UUID need, BigDecimal quantity) {}

    public List<NeedView> of(String project) {
        return rows.needs(project);
    }

    /** For all rows of a list at once. */
    public Map<UUID, NeedView> byId(Collection<UUID> ids) {
        return jdbi.withHandle(h -> h.createQuery("select * from need where id = any(:ids)")
                .bind("ids", ids.toArray(UUID[]::new))
                .map((rs, ctx) -> ProjectRows.need(rs))
                .collect(Collectors.toMap(NeedView::id, Function.identity())));
    }

    boolean nothingIsLeft(String project) {
        return jdbi.withHandle(
                h -> h.createQuery("""
                select exists (select from need where project_id = :id)
                    and not exists (select from need where project_id = :id and filled < quantity)
                """).bind("id", project).mapTo(Boolean.class).one());
    }

    /** One partner carries it whole, or nobody does. */
    void fillWhole(String project, boolean held) {
        jdbi.useHandle(h -> h.createUpdate(
                        "update need set filled = case when :held then quantity else 0 end where project_id = :id")
                .bind("held", held)
                .bind("id", project)
                .execute());
    }

    /** Fills all shares or none, in one conditional write; returns whether they fit. */
    @Transactional(TxType.MANDATORY)
    public boolean fill(List<Share> shares) {
        if (shares.isEmpty()) return true;
        return jdbi.withHandle(h -> with(shares, h.createUpdate(SHARES + """
                update need n set filled = n.filled + s.quantity from share s
                where n.id = s.need and not exists (
                    select from share o join need m on m.id = o.need where m.filled + o.quantity > m.quantity)
                """)).execute()) == shares.size();
    }

    @Transactional(TxType.MANDATORY)
    public void empty(List<Share> shares) {
        if (shares.isEmpty()) return;
        jdbi.useHandle(h -> with(shares, h.createUpdate(SHARES + """
                update need n set filled = n.filled - s.quantity from share s where n.id = s.need
                """)).execute());
    }

    private static <S extends SqlStatement<S>> S with(List<Share> shares, S statement) {
        return statement
                .bind("needs", shares.stream().map(s -> s.need.toString()).toArray(String[]::new))
                .bind(
                        "quantities",
                        shares.stream().map(s -> s.quantity.toPlainString()).toArray(String[]::new));
    }
}
