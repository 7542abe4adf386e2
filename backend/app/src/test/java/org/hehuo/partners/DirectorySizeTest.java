package org.hehuo.partners;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.hehuo.RealTest;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.text.Language;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Fifty thousand partners, for as long as one transaction lasts: whatever is asked for, few of them are looked at. */
@RealTest
class DirectorySizeTest {
    private static final int MANY = 50_000;
    /** No statement waits longer than a test's patience with the database. */
    private static final int AT_ONCE = 2_500;

    private static final int MOST_LOOKED_AT = 15_000;
    private static final List<String> TABLES = List.of("partner", "partner_area", "partner_field", "capability");

    @Inject
    Jdbi jdbi;

    @Inject
    PartnerQueries queries;

    @Test
    void eachCombinationOfFiltersIsServedByAnIndex() {
        var tooMany = new TreeMap<String, String>();
        QuarkusTransaction.begin();
        try {
            fill();
            for (var query : combinations()) {
                var before = looked();
                queries.page(query, Caller.anonymous(Language.ZH_CN));
                var after = looked();
                long scans = after.scans - before.scans;
                long rows = after.rows - before.rows;
                if (scans > 0 || rows > MOST_LOOKED_AT) tooMany.put(query.toString(), scans + " scans, " + rows);
            }
        } finally {
            QuarkusTransaction.rollback();
        }
        assertEquals(new TreeMap<>(), tooMany);
    }

    @AfterEach
    void sweep() {
        for (String table : TABLES) jdbi.useHandle(h -> h.execute("vacuum analyze " + table));
    }

    private static List<PartnerQuery> combinations() {
        var queries = new ArrayList<PartnerQuery>();
        for (var kind : List.of(List.<Kind>of(), List.of(Kind.POLICE), List.of(Kind.ENTERPRISE, Kind.SCHOOL))) {
            for (var area : new @Nullable String[] {null, "370203", "370203019", "370203019001"}) {
                for (var field : List.of(List.<String>of(), List.of("safety"))) {
                    for (var category : List.of(List.<String>of(), List.of("PWR01"))) {
                        for (var from : new @Nullable LocalDate[] {null, LocalDate.of(2026, 1, 1)}) {
                            for (var q : new @Nullable String[] {null, "修灯", "天"}) {
                                queries.add(new PartnerQuery(q, kind, area, field, category, from, 20, null));
                            }
                        }
                    }
                }
            }
        }
        return queries;
    }

    private record Looked(long scans, long rows) {}

    /** At partners, in this transaction so far. */
    private Looked looked() {
        return jdbi.withHandle(h -> h.createQuery("""
                select seq_scan, seq_tup_read + coalesce(idx_tup_fetch, 0) as rows
                from pg_stat_xact_user_tables where relname = 'partner'
                """)
                .map((rs, ctx) -> new Looked(rs.getLong("seq_scan"), rs.getLong("rows")))
                .one());
    }

    private void fill() {
        String script = """
                insert into partner (id, name, kind, state, intro, joined_on, term_ends_on, created_at, updated_at)
                select 'HH-' || 900000 + n, '大名录之' || n,
                    case when n % 500 = 0 then 'police' when n % 10 < 6 then 'enterprise' when n % 10 < 8 then 'school' else 'health' end,
                    'active', case when n % 300 = 0 then '会修灯' else '做点好事' || n end, date '2020-01-01' + n / 20,
                    date '2099-01-01', now(), now()
                from generate_series(:from, :to) n;
                insert into partner_area (partner_id, area_code, joined_on)
                select 'HH-' || 900000 + n, a.code, current_date from generate_series(:from, :to) n
                join (select code, row_number() over (order by md5(code)) as at, count(*) over () as most
                    from area where level = 'community') a on a.at = n % a.most + 1;
                insert into partner_field (partner_id, field)
                select 'HH-' || 900000 + n, case when hashint4(n) % 7 in (-1, 0, 1) then 'safety' else 'livelihood' end
                from generate_series(:from, :to) n;
                insert into capability (partner_id, state, kind, title, categories, areas, charge, created_at, updated_at)
                select 'HH-' || 900000 + n, 'active', 'hands', '能干', array[c.code], '{}', 'free', now(), now()
                from generate_series(:from, :to) n
                join (select code, row_number() over (order by md5(code)) as at, count(*) over () as most
                    from category where parent is not null) c on c.at = n % c.most + 1;
                """;
        jdbi.useHandle(h -> {
            for (int from = 1; from < MANY; from += AT_ONCE) {
                for (String statement : script.split(";\\s*")) {
                    h.createUpdate(statement)
                            .bind("from", from)
                            .bind("to", from + AT_ONCE - 1)
                            .execute();
                }
            }
            for (String table : TABLES) h.execute("analyze " + table);
        });
    }
}
