package org.hehuo.imports;

import static org.hehuo.kernel.sql.Columns.word;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Vault;
import org.hehuo.kernel.sql.Constraints;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.Upkeep;
import org.hehuo.partners.PartnerEntry;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Keeps imports: locked, for a table is full of people; and for as long as one may want to undo them. */
@ApplicationScoped
class ImportStore implements Constraints, Upkeep {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int A_BATCH = 500;

    final Jdbi jdbi;
    final ObjectMapper json;
    final Vault vault;
    final Time time;

    ImportStore(Jdbi jdbi, ObjectMapper json, Vault vault, Time time) {
        this.jdbi = jdbi;
        this.json = json;
        this.vault = vault;
        this.time = time;
    }

    /** What a person said of a table, with a few of its lines to see what a column holds. */
    record Said(List<String> headings, List<List<String>> samples, ImportChange change) {
        private static final int SAMPLES = 3;

        static Said of(Draft draft) {
            return new Said(
                    draft.head().cells(),
                    draft.body().stream()
                            .limit(SAMPLES)
                            .map(TableFile.Line::cells)
                            .toList(),
                    ImportChange.of(draft));
        }
    }

    /** What is to be read of a row later. */
    record Detail(
            String name,
            List<Finding> findings,
            List<Plan.Change> changes,
            @Nullable PartnerEntry before) {}

    UUID keep(String fileName, byte[] file, Draft draft, Plan plan, Caller caller) {
        var id = jdbi.withHandle(h -> h.createQuery("""
                insert into partner_import (state, file_name, file, draft, digest, counts, created_by, created_at, updated_at)
                values ('tried', :name, :file, :draft, :digest, cast(:counts as jsonb), :me, :now, :now) returning id
                """)
                .bind("name", fileName)
                .bind("file", vault.lock(file))
                .bind("draft", locked(Said.of(draft)))
                .bind("digest", plan.digest())
                .bind("counts", text(plan.counts()))
                .bind("me", caller.personId())
                .bind("now", time.instant())
                .mapTo(UUID.class)
                .one());
        write(id, plan);
        return id;
    }

    void change(UUID id, Draft draft, Plan plan) {
        jdbi.useHandle(h -> {
            h.createUpdate("""
                    update partner_import set draft = :draft, digest = :digest, counts = cast(:counts as jsonb),
                        updated_at = :now, version = version + 1
                    where id = :id
                    """)
                    .bind("draft", locked(Said.of(draft)))
                    .bind("digest", plan.digest())
                    .bind("counts", text(plan.counts()))
                    .bind("now", time.instant())
                    .bind("id", id)
                    .execute();
            h.createUpdate("delete from partner_import_row where import_id = :id")
                    .bind("id", id)
                    .execute();
        });
        write(id, plan);
    }

    private void write(UUID id, Plan plan) {
        for (int from = 0; from < plan.rows().size(); from += A_BATCH) {
            var rows = plan.rows()
                    .subList(from, Math.min(from + A_BATCH, plan.rows().size()));
            jdbi.useHandle(h -> {
                var batch = h.prepareBatch("""
                        insert into partner_import_row (import_id, line, fate, partner_id, remarks, detail)
                        values (:id, :line, :fate, :partner, :remarks, :detail)
                        """);
                for (var row : rows) {
                    var known = row.known();
                    batch.bind("id", id)
                            .bind("line", row.line())
                            .bind("fate", row.fate())
                            .bind("partner", known == null ? null : known.id())
                            .bind("remarks", row.findings().size())
                            .bind(
                                    "detail",
                                    locked(new Detail(
                                            row.name(),
                                            row.findings(),
                                            row.changes(),
                                            known == null ? null : known.entry())))
                            .add();
                }
                batch.execute();
            });
        }
    }

    /** Holds the import until the transaction ends; its rows and its progress can be read meanwhile. */
    PartnerImport lock(UUID id) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select id, state, digest, version from partner_import where id = :id for no key update")
                .bind("id", id)
                .map((rs, ctx) -> PartnerImport.read(rs))
                .findOne()
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
    }

    /** The table as it was sent, with what was said of it since. */
    Draft draft(UUID id) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select file, draft from partner_import where id = :id and file is not null")
                .bind("id", id)
                .map((rs, ctx) -> {
                    var said = opened(rs.getBytes("draft"), Said.class);
                    return said.change().over(Draft.of(TableFile.read(vault.openBytes(rs.getBytes("file")))));
                })
                .findOne()
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
    }

    /** The entries that rows made or changed, by line. */
    void carried(UUID id, Map<Integer, Carried> rows) {
        var entries = List.copyOf(rows.entrySet());
        jdbi.useHandle(h -> h.createUpdate("""
                update partner_import_row r set partner_id = c.partner, carried = c.version
                from unnest(cast(:lines as int[]), cast(:partners as text[]), cast(:versions as bigint[]))
                    c (line, partner, version)
                where r.import_id = :id and r.line = c.line
                """)
                .bind("id", id)
                .bind("lines", entries.stream().map(Map.Entry::getKey).toArray(Integer[]::new))
                .bind(
                        "partners",
                        entries.stream().map(e -> e.getValue().partner).toArray(String[]::new))
                .bind(
                        "versions",
                        entries.stream().map(e -> e.getValue().version).toArray(Long[]::new))
                .execute());
    }

    record Carried(String partner, long version) {}

    void forgetFile(UUID id) {
        jdbi.useHandle(h -> h.createUpdate("update partner_import set file = null where id = :id")
                .bind("id", id)
                .execute());
    }

    /** Rows that were carried out, with what their entries were before. */
    List<Undo> undone(UUID id) {
        return jdbi.withHandle(h -> h.createQuery("""
                select r.fate, r.partner_id, r.detail, r.carried = p.version and p.state <> 'left' as untouched
                from partner_import_row r left join partner p on p.id = r.partner_id
                where r.import_id = :id and r.carried is not null order by r.line
                """)
                .bind("id", id)
                .map((rs, ctx) -> new Undo(
                        word(rs, "fate", Plan.Fate.class),
                        rs.getString("partner_id"),
                        opened(rs.getBytes("detail"), Detail.class).before(),
                        rs.getBoolean("untouched")))
                .list());
    }

    record Undo(Plan.Fate fate, String partner, @Nullable PartnerEntry before, boolean untouched) {}

    byte[] locked(Object what) {
        return vault.lock(text(what));
    }

    <T> T opened(byte[] locked, Class<T> type) {
        try {
            return json.readValue(vault.open(locked), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written as JSON can be read", e);
        }
    }

    private String text(Object what) {
        try {
            return json.writeValueAsString(what);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("records are plain values", e);
        }
    }

    @Override
    public Map<String, ApiError> meanings() {
        var meanings = new HashMap<String, ApiError>();
        for (String table : List.of("membership", "capability", "claim", "partner_application", "progress_entry")) {
            meanings.put(table + "_partner_id_fkey", ApiError.IMPORT_STANDS);
        }
        meanings.put("partner_merged_into_fkey", ApiError.IMPORT_STANDS);
        return meanings;
    }

    /** Nobody comes back to it after so long. */
    @Override
    @Transactional
    public int tidy(Instant now) {
        return jdbi.withHandle(h -> {
            h.createUpdate("""
                    delete from partner_import_progress where import_id in (
                        select id from partner_import where updated_at < :until order by updated_at limit 10)
                    """).bind("until", now.minus(KEPT)).execute();
            return h.createUpdate("""
                    delete from partner_import where id in (
                        select id from partner_import where updated_at < :until order by updated_at limit 10
                        for update skip locked)
                    """).bind("until", now.minus(KEPT)).execute();
        });
    }
}
