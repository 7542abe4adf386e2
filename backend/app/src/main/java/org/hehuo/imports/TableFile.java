package org.hehuo.imports;

import io.quarkus.logging.Log;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.hehuo.kernel.problem.Problem;

/** A table as offices have it: CSV in UTF-8, UTF-16 or GBK, or the first visible sheet of an XLSX file. Judged by its content. */
final class TableFile {
    static final int MOST_ROWS = 20_000;
    static final int MOST_COLUMNS = 60;
    static final int MOST_CHARACTERS = 2_000;

    /** A workbook unpacked: more than its rows can need, and no more than the memory bears. */
    private static final long MOST_UNPACKED = 48L << 20;

    private static final int PIECE = 64 << 10;

    /** A row with something in it. The number is the line in which it begins, from 1, as an editor or spreadsheet shows it. */
    record Line(int number, List<String> cells) {
        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    private TableFile() {}

    /** @throws Problem {@code invalid} (422) naming the file: {@code unreadable}, {@code empty}, {@code too_many_rows} … */
    static List<Line> read(byte[] file) {
        boolean workbook = file.length > 3 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
        List<Line> lines;
        try {
            lines = workbook ? sheet(file) : text(file);
        } catch (Problem refusal) {
            throw refusal;
        } catch (IOException | RuntimeException unreadable) {
            Log.debug("a table could not be read", unreadable);
            throw Problem.invalid("file", "unreadable");
        }
        if (lines.isEmpty()) throw Problem.invalid("file", "empty");
        return lines;
    }

    private static List<Line> text(byte[] file) throws IOException {
        String text = decode(file);
        var format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(text))
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
        var lines = new ArrayList<Line>();
        try (var parser = CSVParser.builder()
                .setReader(new StringReader(text))
                .setFormat(format)
                .get()) {
            long begins = 1;
            for (var each : parser) {
                add(lines, (int) begins, each.toList());
                begins = parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException broken) {
            throw new IOException(broken);
        }
        return lines;
    }

    /** What is right in UTF-8 is UTF-8; else Chinese offices' own (GB 18030 includes GBK). */
    private static String decode(byte[] file) throws IOException {
        if (starts(file, 0xEF, 0xBB, 0xBF)) return strictly(StandardCharsets.UTF_8, file, 3);
        if (starts(file, 0xFF, 0xFE)) return strictly(StandardCharsets.UTF_16LE, file, 2);
        if (starts(file, 0xFE, 0xFF)) return strictly(StandardCharsets.UTF_16BE, file, 2);
        try {
            return strictly(StandardCharsets.UTF_8, file, 0);
        } catch (CharacterCodingException notUtf8) {
            return strictly(Charset.forName("GB18030"), file, 0);
        }
    }

    private static boolean starts(byte[] file, int... with) {
        if (file.length < with.length) return false;
        for (int i = 0; i < with.length; i++) if ((file[i] & 0xFF) != with[i]) return false;
        return true;
    }

    private static String strictly(Charset charset, byte[] file, int from) throws CharacterCodingException {
        String text = charset.newDecoder()
                .decode(ByteBuffer.wrap(file, from, file.length - from))
                .toString();
        // No office writes it; a picture or a program is full of it.
        if (text.indexOf(0) >= 0) throw new CharacterCodingException();
        return text;
    }

    /** Whichever the first line has most of. */
    private static char delimiter(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        char best = ',';
        for (char candidate : new char[] {'\t', ';'}) {
            if (count(first, candidate) > count(first, best)) best = candidate;
        }
        return best;
    }

    private static long count(String text, char c) {
        return text.chars().filter(each -> each == c).count();
    }

    private static List<Line> sheet(byte[] file) throws IOException {
        boundUnpacked(file);
        var lines = new ArrayList<Line>();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, true))) {
            var visible = workbook.getSheets()
                    .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid("file", "empty"));
            try (var rows = visible.openStream()) {
                rows.forEach(row -> add(lines, row.getRowNum(), cells(row)));
            }
        }
        return lines;
    }

    private static List<String> cells(Row row) {
        int columns = row.getCellCount();
        if (columns > MOST_COLUMNS) throw Problem.invalid("file", "too_many_columns");
        var cells = new ArrayList<String>(Collections.nCopies(columns, ""));
        for (int i = 0; i < columns; i++) {
            var cell = row.getCell(i);
            if (cell != null) cells.set(i, text(cell));
        }
        return cells;
    }

    /** As it is shown: a formula is never worked out, a date is written as such. */
    private static String text(Cell cell) {
        if (cell.getType() == CellType.FORMULA) {
            String shown = cell.getRawValue();
            return shown == null || shown.isBlank() ? "=" + cell.getFormula() : shown;
        }
        if (cell.getType() == CellType.NUMBER) {
            String format = cell.getDataFormatString();
            boolean dated =
                    format != null && format.toLowerCase(java.util.Locale.ROOT).contains("y");
            return dated
                    ? cell.asDate().toLocalDate().toString()
                    : cell.asNumber().toPlainString();
        }
        String text = cell.getText();
        return text == null ? "" : text;
    }

    /** A small file may unpack to gigabytes: it is unpacked once for nothing, and counted. */
    private static void boundUnpacked(byte[] file) throws IOException {
        long unpacked = 0;
        byte[] piece = new byte[PIECE];
        try (var zip = ZipFile.builder().setByteArray(file).get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                try (var content = zip.getInputStream(entry)) {
                    for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                        unpacked += read;
                        if (unpacked > MOST_UNPACKED) throw Problem.invalid("file", "too_large");
                    }
                }
            }
        }
    }

    private static void add(List<Line> lines, int number, List<String> cells) {
        if (cells.stream().allMatch(String::isBlank)) return;
        if (lines.size() > MOST_ROWS) throw Problem.invalid("file", "too_many_rows");
        if (cells.size() > MOST_COLUMNS) throw Problem.invalid("file", "too_many_columns");
        lines.add(new Line(number, cells.stream().map(TableFile::bounded).toList()));
    }

    private static String bounded(String cell) {
        return cell.length() > MOST_CHARACTERS ? cell.substring(0, MOST_CHARACTERS) : cell;
    }
}
