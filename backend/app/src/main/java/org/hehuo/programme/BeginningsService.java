package org.hehuo.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Writes a new database's first rows, all or none, once however many instances start together. */
@ApplicationScoped
class BeginningsService {
    private static final long LOCK = 0x6865_6875_6f02L;

    final Jdbi jdbi;

    BeginningsService(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    boolean isEmpty() {
        return jdbi.withHandle(BeginningsService::isEmpty);
    }

    private static boolean isEmpty(Handle h) {
        return h.createQuery("select not exists (select from programme)")
                .mapTo(Boolean.class)
                .one();
    }

    @Transactional
    void load(List<CSVRecord> areas, List<CSVRecord> fields, List<CSVRecord> categories, List<CSVRecord> programme) {
        jdbi.useHandle(h -> {
            h.execute("select pg_advisory_xact_lock(?)", LOCK);
            if (!isEmpty(h)) return;
            areas(h, areas);
            fields(h, fields);
            categories(h, categories);
            programme(h, programme.getFirst());
        });
    }

    /** The holidays that are known, unless the district has its own. */
    @Transactional
    void loadCalendar(List<CSVRecord> days) {
        jdbi.useHandle(h -> {
            h.execute("select pg_advisory_xact_lock(?)", LOCK);
            if (h.createQuery("select exists (select from calendar_day)")
                    .mapTo(Boolean.class)
                    .one()) return;
            var batch = h.prepareBatch("insert into calendar_day (day, working, name) values (:day, :working, :name)");
            for (var row : days) {
                batch.bind("day", LocalDate.parse(row.get("day")))
                        .bind("working", Boolean.parseBoolean(row.get("working")))
                        .bind("name", row.get("name"))
                        .add();
            }
            batch.execute();
        });
    }

    private static void areas(Handle h, List<CSVRecord> rows) {
        var batch =
                h.prepareBatch("insert into area (code, parent, level, name) values (:code, :parent, :level, :name)");
        for (var row : rows) {
            batch.bind("code", row.get("code"))
                    .bind("parent", orNull(row.get("parent")))
                    .bind("level", row.get("level"))
                    .bind("name", row.get("name"))
                    .add();
        }
        batch.execute();
    }

    private static void fields(Handle h, List<CSVRecord> rows) {
        var batch = h.prepareBatch(
                "insert into field (code, name_zh, name_en, position) values (:code, :nameZh, :nameEn, :position)");
        for (var row : rows) {
            batch.bindMap(row.toMap()).bind("position", row.getRecordNumber()).add();
        }
        batch.execute();
    }

    private static void categories(Handle h, List<CSVRecord> rows) {
        var batch = h.prepareBatch("""
                insert into category (code, parent, name_zh, name_en, field, sla_days, position, words)
                values (:code, :parent, :nameZh, :nameEn, :field, :days, :position, :words)
                """);
        for (var row : rows) {
            batch.bind("code", row.get("code"))
                    .bind("parent", orNull(row.get("parent")))
                    .bind("nameZh", row.get("nameZh"))
                    .bind("nameEn", row.get("nameEn"))
                    .bind("field", row.get("field"))
                    .bind("days", Integer.parseInt(row.get("slaDays")))
                    .bind("position", row.getRecordNumber())
                    .bind("words", words(row))
                    .add();
        }
        batch.execute();
    }

    /** A folder's table may do without the column. */
    private static String words(CSVRecord row) {
        return row.isMapped("words") ? row.get("words") : "";
    }

    private static void programme(Handle h, CSVRecord row) {
        h.createUpdate("""
                insert into programme (name_zh, name_en, slogan_zh, slogan_en, phone, district_code)
                values (:nameZh, :nameEn, :sloganZh, :sloganEn, :phone, :districtCode)
                """).bindMap(row.toMap()).execute();
    }

    private static @Nullable String orNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }
}
