package org.hehuo.kernel.text;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** A table for offices, in UTF-8 with the mark by which spreadsheets know it. */
public final class Csv {
    public static final String MEDIA_TYPE = "text/csv; charset=utf-8";

    private static final String BEGINS_A_FORMULA = "=+-@\t\r＝＋－＠";

    private final CSVPrinter printer;

    public Csv(OutputStream out) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        printer = new CSVPrinter(writer, CSVFormat.EXCEL);
    }

    public void line(List<String> cells) throws IOException {
        printer.printRecord(cells);
    }

    public void flush() throws IOException {
        printer.flush();
    }

    /** A spreadsheet runs what begins like a formula: it is told that this is text. */
    public static String cell(@Nullable String text) {
        if (text == null || text.isEmpty()) return "";
        return BEGINS_A_FORMULA.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
