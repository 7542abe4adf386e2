package org.hehuo.partners;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.text.Coded;
import org.hehuo.kernel.text.Csv;
import org.hehuo.kernel.text.Words;
import org.jspecify.annotations.Nullable;

/** The directory as a table for offices; what is in it can be imported again. Whom to ask is not in it. */
@ApplicationScoped
class PartnerExport {
    private static final List<String> COLUMNS = List.of(
            "id",
            "name",
            "credit_code",
            "kind",
            "state",
            "area",
            "fields",
            "intro",
            "phone",
            "joined_on",
            "term_ends_on");
    private static final int WIDTH = 18;

    final PartnerQueries queries;

    PartnerExport(PartnerQueries queries) {
        this.queries = queries;
    }

    /** A row of the export. */
    record Row(
            String id,
            String name,
            @Nullable String creditCode,
            Kind kind,
            List<Coded> areas,
            List<Coded> fields,
            @Nullable String intro,
            @Nullable String phone,
            String joinedOn,
            String termEndsOn) {}

    private interface Lines {
        void write(List<String> cells) throws IOException;
    }

    void csv(PartnerQuery query, Caller caller, OutputStream out) throws IOException {
        var table = new Csv(out);
        lines(query, caller, table::line);
        table.flush();
    }

    void xlsx(PartnerQuery query, Caller caller, OutputStream out) throws IOException {
        try (var workbook = new Workbook(out, "Hehuo", "1.0")) {
            var sheet = workbook.newWorksheet(Words.say(caller.language(), "export.partners"));
            for (int i = 0; i < COLUMNS.size(); i++) sheet.width(i, WIDTH);
            sheet.freezePane(0, 1);
            int[] line = {0};
            lines(query, caller, cells -> {
                for (int i = 0; i < cells.size(); i++) sheet.value(line[0], i, cells.get(i));
                if (++line[0] % PartnerQueries.A_PAGE == 0) sheet.flush();
            });
        }
    }

    private void lines(PartnerQuery query, Caller caller, Lines lines) throws IOException {
        var language = caller.language();
        lines.write(COLUMNS.stream()
                .map(column -> Words.say(language, "export." + column))
                .toList());
        String cursor = null;
        do {
            Page<Row> page = queries.exported(query, cursor, caller);
            for (var row : page.items()) {
                lines.write(List.of(
                        row.id,
                        Csv.cell(row.name),
                        Csv.cell(row.creditCode),
                        Words.say(language, "kind." + row.kind.name().toLowerCase(java.util.Locale.ROOT)),
                        Words.say(language, "state.partner.active"),
                        names(row.areas),
                        names(row.fields),
                        Csv.cell(row.intro),
                        Csv.cell(row.phone),
                        row.joinedOn,
                        row.termEndsOn));
            }
            cursor = page.nextCursor();
        } while (cursor != null);
    }

    private static String names(List<Coded> things) {
        return Csv.cell(things.stream().map(Coded::name).collect(Collectors.joining("；")));
    }
}
