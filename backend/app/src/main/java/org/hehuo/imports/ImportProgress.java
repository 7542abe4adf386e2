package org.hehuo.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** How far an import is, for whoever watches: committed at once, while the import itself is all or nothing. */
@ApplicationScoped
class ImportProgress {
    final Jdbi jdbi;

    ImportProgress(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void tell(UUID id, int done) {
        jdbi.useHandle(
                h -> h.createUpdate("""
                insert into partner_import_progress (import_id, done) values (:id, :done)
                on conflict (import_id) do update set done = excluded.done
                """).bind("id", id).bind("done", done).execute());
    }
}
