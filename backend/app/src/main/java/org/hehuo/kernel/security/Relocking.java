package org.hehuo.kernel.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hehuo.kernel.time.Upkeep;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Locks with the newest key what older ones locked, so that these can be thrown away. With one key there is nothing to do. */
@ApplicationScoped
class Relocking implements Upkeep {
    private static final int BATCH = 100;
    /** Whole tables of imports are locked as one value. */
    private static final int AT_ONCE = 10;
    /** Until every instance has the new key in front, some go on locking with the old one. */
    private static final Duration PAUSE = Duration.ofMinutes(10);

    final Jdbi jdbi;
    final Vault vault;
    private volatile Instant next = Instant.MIN;

    Relocking(Jdbi jdbi, Vault vault) {
        this.jdbi = jdbi;
        this.vault = vault;
    }

    record Column(String table, String name) {}

    @Override
    @Transactional
    public int tidy(Instant now) {
        var older = vault.olderKeys();
        if (older.isEmpty() || now.isBefore(next)) return 0;
        int done = jdbi.withHandle(
                h -> columns(h).stream().mapToInt(c -> relock(h, c, older)).sum());
        if (done == 0) next = now.plus(PAUSE);
        return done;
    }

    /** Whatever is of the type {@code locked}. */
    static List<Column> columns(Handle h) {
        return h.createQuery("""
                select table_name, column_name from information_schema.columns
                where domain_name = 'locked' and table_schema = current_schema() order by 1, 2
                """)
                .map((rs, ctx) -> new Column(rs.getString("table_name"), rs.getString("column_name")))
                .list();
    }

    private int relock(Handle h, Column column, List<String> older) {
        String find = "select ctid, %2$s as value from %1$s "
                + "where convert_from(substring(%2$s from 2 for get_byte(%2$s, 0)), 'UTF8') = any(:older) "
                + "limit :batch for update skip locked";
        return h
                .createQuery(find.formatted(column.table, column.name))
                .bind("older", older.toArray(String[]::new))
                .bind("batch", BATCH)
                .setFetchSize(AT_ONCE)
                .map((rs, ctx) -> relock(h, column, rs.getString("ctid"), rs.getBytes("value")))
                .stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private int relock(Handle h, Column column, String row, byte[] value) {
        return h.createUpdate(
                        "update %s set %s = :value where ctid = cast(:row as tid)".formatted(column.table, column.name))
                .bind("value", vault.lock(vault.openBytes(value)))
                .bind("row", row)
                .execute();
    }
}
