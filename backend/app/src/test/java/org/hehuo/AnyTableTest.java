package org.hehuo;

import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;

/** Whatever is sent: it is refused with a reason, or imported just as its dry run said. */
@RealTest
class AnyTableTest {
    private static final int FILES = 30;
    private static final List<List<String>> CELLS = List.of(
            List.of("单位名称", "甲公司", "乙公司", " 丙公司", "", "=丁公司", "戊\n公司", "己\"公司", "庚".repeat(90)),
            List.of("统一社会信用代码", "", ATable.code(), "91370203XH00100086", wide(ATable.code())),
            List.of("单位类型", "企业", "银行", "学校", "没有的", ""),
            List.of("所属街道", "大港街道", "湖岛街道；大港街道", "；", "香港中路街道", ""),
            List.of("联系人", "某人", ""),
            List.of("联系电话", "13900007001", "139", "", "１３９００００７００２"),
            List.of("加入日期", "2020-04-03", "2020年4月3日", "2020/13/40", "2999-01-01", "", "去年"));

    @Test
    void isRefusedOrDoesWhatWasSaid() {
        int taken = 0;
        for (int seed = 0; seed < FILES; seed++) {
            var random = new Random(seed);
            byte[] file = mutated(random, any(random, seed));
            var tried = ATable.of(file).tried();
            if (tried.statusCode() == 422) {
                assertFalse(tried.jsonPath().getList("violations").isEmpty(), "file " + seed);
                continue;
            }
            assertEquals(201, tried.statusCode(), "file " + seed + ": " + tried.asString());
            taken++;
            int wanted = ATable.count(tried, "new") + ATable.count(tried, "changed");
            int there = wanted + ATable.count(tried, "same");
            String id = tried.path("id");
            var done = as("admin1").step("/partner-imports/{id}/commit", id);
            assertEquals(200, done.statusCode(), "file " + seed + ": " + done.asString());
            assertEquals(wanted, done.jsonPath().getInt("done"), "file " + seed);
            var again = ATable.of(file).tried();
            assertEquals(there, ATable.count(again, "same"), "file " + seed);
            assertEquals(0, ATable.count(again, "new") + ATable.count(again, "changed"), "file " + seed);
        }
        // A test that refuses all of them proves nothing.
        assertFalse(taken < FILES / 3, () -> "hardly any file was a table");
    }

    private static byte[] any(Random random, int seed) {
        return switch (random.nextInt(3)) {
            case 0 -> workbook(rows(random, seed));
            case 1 -> csv(rows(random, seed)).getBytes(Charset.forName("GB18030"));
            default -> csv(rows(random, seed)).getBytes(StandardCharsets.UTF_8);
        };
    }

    /** Columns in any order, some of them missing, cells of all sorts. */
    private static List<List<String>> rows(Random random, int seed) {
        var columns = new ArrayList<>(CELLS);
        java.util.Collections.shuffle(columns, random);
        while (columns.size() > 4 && random.nextInt(3) == 0) columns.removeLast();
        var rows = new ArrayList<List<String>>();
        rows.add(columns.stream().map(List::getFirst).toList());
        for (int i = random.nextInt(30); i >= 0; i--) {
            rows.add(columns.stream()
                    .map(cells -> cells.get(1 + random.nextInt(cells.size() - 1)))
                    .map(cell -> cell.endsWith("公司") ? cell + seed : cell)
                    .toList());
        }
        return rows;
    }

    private static String csv(List<List<String>> rows) {
        return rows.stream()
                .map(row -> String.join(
                        ",",
                        row.stream()
                                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                                .toList()))
                .reduce("", (all, line) -> all + line + "\n");
    }

    private static byte[] workbook(List<List<String>> rows) {
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("名录");
            for (int r = 0; r < rows.size(); r++) {
                for (int c = 0; c < rows.get(r).size(); c++)
                    sheet.value(r, c, rows.get(r).get(c));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Every other file has a few bytes that are not what they were. */
    private static byte[] mutated(Random random, byte[] file) {
        if (random.nextBoolean()) return file;
        Stream.generate(() -> random.nextInt(file.length))
                .limit(1 + random.nextInt(20))
                .forEach(at -> file[at] = (byte) random.nextInt(256));
        return file;
    }

    private static String wide(String code) {
        return code.codePoints()
                .map(c -> c + 0xFEE0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
