package org.hehuo.kernel.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jdbi.v3.core.Jdbi;

/**
 * Gives committed events their place in one gap-free order that never changes. A row is numbered only when no transaction
 * that could still commit an earlier one is open, so that a reader with a cursor misses nothing.
 */
@ApplicationScoped
class Sequencer {
    private static final long LOCK = 0x6865_6875_6f01L;

    final Jdbi jdbi;

    Sequencer(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Numbers a bounded batch; does nothing while another instance is at it. A row whose transaction number lies beyond
     * the snapshot came from a restored database, where such numbers mean nothing any more: it is committed.
     */
    @Transactional
    int number() {
        return jdbi.withHandle(h -> {
            boolean mine = h.createQuery("select pg_try_advisory_xact_lock(:lock)")
                    .bind("lock", LOCK)
                    .mapTo(Boolean.class)
                    .one();
            if (!mine) return 0;
            return h.createUpdate("""
                    with snapshot as (select pg_current_snapshot() as s),
                    ready as (
                        select ord, row_number() over (order by xid, ord) as n
                        from (select ord, xid from event, snapshot
                              where seq is null and (xid < pg_snapshot_xmin(s) or xid >= pg_snapshot_xmax(s))
                              order by xid, ord limit 1000) as committed)
                    update event set seq = (select coalesce(max(seq), 0) from event) + ready.n
                    from ready where event.ord = ready.ord
                    """).execute();
        });
    }
}
