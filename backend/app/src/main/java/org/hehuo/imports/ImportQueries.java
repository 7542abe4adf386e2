package org.hehuo.imports;

import static org.hehuo.kernel.sql.Columns.instant;
import static org.hehuo.kernel.sql.Columns.uuid;
import static org.hehuo.kernel.sql.Columns.word;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hehuo.kernel.life.Action;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.paging.Select;
import org.hehuo.kernel.paging.Sort;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.text.Identified;
import org.hehuo.kernel.text.Language;
import org.hehuo.kernel.text.Words;
import org.hehuo.people.People;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads what imports would do, or did. */
@ApplicationScoped
class ImportQueries {
    private static final int MOST_FINDINGS = 200;
    private static final Sort NEWEST = Sort.descending("i.created_at", "timestamptz");
    private static final Sort ID = Sort.descending("i.id", "uuid");
    private static final Sort LINE = Sort.ascending("r.line", "int");

    final Jdbi jdbi;
    final Select.Pages pages;
    final ImportStore store;
    final ObjectMapper json;

    ImportQueries(Jdbi jdbi, Select.Pages pages, ImportStore store, ObjectMapper json) {
        this.jdbi = jdbi;
        this.pages = pages;
        this.store = store;
        this.json = json;
    }

    Page<ImportView.Summary> page(int pageSize, @Nullable String cursor) {
        var list = Select.of(
                "i.id, i.state, i.file_name, i.counts, i.created_at, " + People.nameOf("i.created_by") + " as by_name",
                "from partner_import i");
        return pages.page(
                list,
                NEWEST,
                ID,
                pageSize,
                cursor,
                (rs, ctx) -> new ImportView.Summary(
                        uuid(rs, "id"),
                        word(rs, "state", PartnerImportState.class),
                        rs.getString("file_name"),
                        counts(rs),
                        rs.getString("by_name"),
                        instant(rs, "created_at")));
    }

    ImportView view(UUID id, Caller caller) {
        return jdbi.withHandle(h -> h.createQuery("select i.*, " + People.nameOf("i.created_by") + """
                 as by_name, coalesce(g.done, 0) as done
                from partner_import i left join partner_import_progress g on g.import_id = i.id where i.id = :id
                """)
                .bind("id", id)
                .map((rs, ctx) -> view(rs, caller))
                .findOne()
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
    }

    private ImportView view(ResultSet rs, Caller caller) throws SQLException {
        var self = PartnerImport.read(rs);
        var said = store.opened(rs.getBytes("draft"), ImportStore.Said.class);
        var fields = said.change().byColumn();
        var columns = new ArrayList<ImportView.Column>();
        for (int i = 0; i < said.headings().size(); i++) {
            int column = i;
            var samples = said.samples().stream()
                    .map(cells -> column < cells.size() ? cells.get(column) : "")
                    .toList();
            columns.add(new ImportView.Column(i, said.headings().get(i), fields.get(i), samples));
        }
        return new ImportView(
                self.id(),
                self.state(),
                rs.getString("file_name"),
                columns,
                said.change().corrections(),
                counts(rs),
                rs.getInt("done"),
                findings(self.id(), headings(said), caller.language()),
                rs.getString("by_name"),
                instant(rs, "created_at"),
                instant(rs, "updated_at"),
                Action.allowed(PartnerImportAction.values(), self, caller),
                self.version());
    }

    /** What people should look at: of rows that go in as they are there is nothing to say. */
    private List<ImportView.Remark> findings(UUID id, Map<ImportField, String> headings, Language language) {
        return jdbi
                .withHandle(h -> h.createQuery("""
                select r.line, r.detail from partner_import_row r where r.import_id = :id and r.remarks > 0
                order by r.line limit :most
                """)
                        .bind("id", id)
                        .bind("most", MOST_FINDINGS)
                        .map((rs, ctx) -> remarks(
                                rs.getInt("line"),
                                store.opened(rs.getBytes("detail"), ImportStore.Detail.class),
                                headings,
                                language))
                        .list())
                .stream()
                .flatMap(List::stream)
                .limit(MOST_FINDINGS)
                .toList();
    }

    Page<ImportView.Row> rows(UUID id, ImportRowQuery query, Caller caller) {
        var said = jdbi.withHandle(h -> h.createQuery("select draft from partner_import where id = :id")
                .bind("id", id)
                .map((rs, ctx) -> store.opened(rs.getBytes("draft"), ImportStore.Said.class))
                .findOne()
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
        var headings = headings(said);
        var list = Select.of(
                        "r.line, r.fate, r.partner_id, r.detail, p.name as partner_name",
                        "from partner_import_row r left join partner p on p.id = r.partner_id")
                .where("r.import_id = :import", "import", id)
                .where("r.fate = any(:fate)", "fate", query.fate());
        return pages.page(
                list, LINE, LINE, query.pageSize(), query.cursor(), (rs, ctx) -> row(rs, headings, caller.language()));
    }

    private ImportView.Row row(ResultSet rs, Map<ImportField, String> headings, Language language) throws SQLException {
        var detail = store.opened(rs.getBytes("detail"), ImportStore.Detail.class);
        String partner = rs.getString("partner_id");
        String name = rs.getString("partner_name");
        return new ImportView.Row(
                rs.getInt("line"),
                word(rs, "fate", Plan.Fate.class),
                detail.name(),
                partner == null || name == null ? null : new Identified(partner, name),
                remarks(rs.getInt("line"), detail, headings, language),
                detail.changes().stream()
                        .map(c -> new ImportView.Changed(c.field(), c.before(), c.after()))
                        .toList());
    }

    private static List<ImportView.Remark> remarks(
            int line, ImportStore.Detail detail, Map<ImportField, String> headings, Language language) {
        return detail.findings().stream()
                .map(f -> new ImportView.Remark(
                        line,
                        f.field(),
                        headings.get(f.field()),
                        f.verdict(),
                        f.code(),
                        f.value(),
                        Words.say(language, "import." + f.code(), f.says() == null ? "" : f.says()),
                        f.proposal()))
                .toList();
    }

    private static Map<ImportField, String> headings(ImportStore.Said said) {
        var headings = new HashMap<ImportField, String>();
        said.change().byColumn().forEach((column, field) -> {
            if (column < said.headings().size())
                headings.put(field, said.headings().get(column));
        });
        return headings;
    }

    private List<ImportView.Count> counts(ResultSet rs) throws SQLException {
        try {
            return json.readValue(rs.getString("counts"), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written as JSON can be read", e);
        }
    }
}
