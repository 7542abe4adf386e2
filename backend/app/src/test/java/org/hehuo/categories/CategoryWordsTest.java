package org.hehuo.categories;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The words that come with the product, measured on sentences whose category is known. */
class CategoryWordsTest {
    private static final int MOST = 3;

    private final CategoryWords words = new CategoryWords(table("programme/categories.csv").stream()
            .map(row -> new Category(
                    row.get("code"),
                    orNull(row.get("parent")),
                    row.get("nameZh"),
                    row.get("nameEn"),
                    row.get("field"),
                    1,
                    List.of(row.get("words").split(" ")),
                    false))
            .toList());

    @Test
    void whatOrganisationsOfferIsKnown() {
        double known = rightAmongTheFirst("matching/partners.csv", "capabilityTitle", "capabilityText");
        assertTrue(known > 0.95, () -> "right among the first three: " + known);
    }

    /** They speak in pictures: “it snows in May” is fluff. */
    @Test
    void whatResidentsSayIsKnownMoreOftenThanNot() {
        double known = rightAmongTheFirst("matching/needs.csv", "title", "text");
        assertTrue(known > 0.7, () -> "right among the first three: " + known);
    }

    @Test
    void nothingIsGuessed() {
        assertEquals(List.of(), words.likest("啊", MOST));
    }

    @Test
    void aLongerWordAndOneThatFewShareTellsMore() {
        assertEquals("PWR01", words.likest("楼道灯坏了", MOST).getFirst());
        assertEquals("CUL02", words.likest("春天剪纸", MOST).getFirst());
    }

    private double rightAmongTheFirst(String table, String title, String text) {
        var known = table(table).stream()
                .filter(row -> !row.get("categoryCodes").isEmpty())
                .toList();
        long right = known.stream()
                .filter(row -> !Collections.disjoint(
                        List.of(row.get("categoryCodes").split(";")),
                        words.likest(row.get(title) + " " + row.get(text), MOST)))
                .count();
        return (double) right / known.size();
    }

    private static List<CSVRecord> table(String resource) {
        var in = Objects.requireNonNull(CategoryWordsTest.class.getClassLoader().getResourceAsStream(resource));
        try (var rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new InputStreamReader(in, UTF_8))) {
            return rows.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String orNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }
}
