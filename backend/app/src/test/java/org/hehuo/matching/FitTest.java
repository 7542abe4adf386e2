package org.hehuo.matching;

import static org.hehuo.matching.Fit.Gap.COST;
import static org.hehuo.matching.Fit.Gap.QUANTITY;
import static org.hehuo.matching.Fit.Reason.AKIN;
import static org.hehuo.matching.Fit.Reason.AREA;
import static org.hehuo.matching.Fit.Reason.CATEGORY;
import static org.hehuo.matching.Fit.Reason.DONE_BEFORE;
import static org.hehuo.matching.Fit.Reason.ENOUGH;
import static org.hehuo.matching.Fit.Reason.KIND;
import static org.hehuo.matching.Fit.Reason.WORDS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FitTest {
    private static final Fit.Wanted LAMPS = new Fit.Wanted(
            List.of("PWR01", "PWR"),
            Fit.pairs("三单元的感应灯不亮"),
            "370203019001",
            List.of(new Fit.Amount("goods", new BigDecimal(20), "盏")));

    @Test
    void eachReasonHasItsPoints() {
        var fit = fit(List.of("PWR01"), "换感应灯", List.of("370203019"), "goods", "30", List.of("PWR01"));
        assertEquals(
                new Fit(50 + 10 + 15 + 5 + 5 + 5, List.of(CATEGORY, WORDS, AREA, KIND, ENOUGH, DONE_BEFORE), List.of()),
                fit.orElseThrow());
    }

    @Test
    void whatIsOfferedForTheWholeIsOfferedForItsParts() {
        assertEquals(
                List.of(CATEGORY),
                fit(List.of("PWR"), "检修", List.of(), "hands", null, List.of())
                        .orElseThrow()
                        .reasons());
        assertEquals(
                List.of(AKIN),
                fit(List.of("PWR03"), "检修", List.of(), "hands", null, List.of())
                        .orElseThrow()
                        .reasons());
    }

    @Test
    void whatIsMissingIsSaid() {
        var fit = fit(List.of("PWR01"), "检修", List.of("370203020"), "goods", "19.5", List.of("PWR03"));
        assertEquals(new Fit(55, List.of(CATEGORY, KIND), List.of(Fit.Gap.AREA, QUANTITY)), fit.orElseThrow());
        var costly = new Fit.Offered(List.of("PWR01"), Set.of(), List.of(), "hands", null, null, true, List.of());
        assertTrue(Fit.of(LAMPS, costly).orElseThrow().gaps().contains(COST));
    }

    @Test
    void whoIsOnlyNearIsNoMatch() {
        assertEquals(Optional.empty(), fit(List.of("CUL04"), "放映", List.of("370203"), "goods", "30", List.of("PWR01")));
        assertEquals(Optional.empty(), fit(List.of("CUL04"), "三单", List.of("370203"), "goods", "30", List.of("PWR01")));
        assertEquals(
                List.of(WORDS),
                fit(List.of("CUL04"), "三单元", List.of(), "hands", null, List.of())
                        .orElseThrow()
                        .reasons());
    }

    /** Of the needs whose subject is known: how near the first five come to the best order, by normalised discounted gain. */
    @Test
    void whoSuitsComesFirst() throws IOException {
        var offers = read("partners");
        Map<String, Map<String, Integer>> grades = new HashMap<>();
        for (var line : read("relevance"))
            grades.computeIfAbsent(line.get("needId"), unused -> new HashMap<>())
                    .put(line.get("partnerCode"), Integer.valueOf(line.get("grade")));
        double mean = read("needs").stream()
                .filter(need -> !need.get("categoryCodes").isEmpty() && grades.containsKey(need.get("needId")))
                .mapToDouble(need -> gain(need, offers, grades.getOrDefault(need.get("needId"), Map.of())))
                .average()
                .orElseThrow();
        assertTrue(mean > 0.9, () -> "the first five reach " + mean);
    }

    private static double gain(CSVRecord need, List<CSVRecord> offers, Map<String, Integer> grades) {
        var best = new HashMap<String, Integer>();
        for (var offer : offers)
            Fit.of(wanted(need), offered(offer))
                    .ifPresent(fit -> best.merge(offer.get("partnerCode"), fit.score(), Math::max));
        var found = best.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(entry -> grades.getOrDefault(entry.getKey(), 0));
        var ideal = grades.values().stream().sorted(Comparator.reverseOrder());
        return discounted(found) / discounted(ideal);
    }

    private static double discounted(Stream<Integer> grades) {
        var first = grades.limit(5).toList();
        double sum = 0;
        for (int i = 0; i < first.size(); i++) sum += (Math.pow(2, first.get(i)) - 1) / Math.log(i + 2);
        return sum;
    }

    private static Fit.Wanted wanted(CSVRecord need) {
        var categories = codes(need, "categoryCodes").flatMap(leaf -> Stream.of(leaf, leaf.substring(0, 3)));
        var amounts = need.get("quantity").isEmpty()
                ? List.<Fit.Amount>of()
                : List.of(new Fit.Amount("", new BigDecimal(need.get("quantity")), need.get("unit")));
        return new Fit.Wanted(
                categories.toList(),
                Fit.pairs(need.get("title") + " " + need.get("text")),
                need.get("areaCode"),
                amounts);
    }

    private static Fit.Offered offered(CSVRecord offer) {
        return new Fit.Offered(
                codes(offer, "categoryCodes").toList(),
                Fit.pairs(offer.get("capabilityTitle") + " " + offer.get("capabilityText")),
                codes(offer, "areaCodes").toList(),
                "",
                offer.get("quantity").isEmpty() ? null : new BigDecimal(offer.get("quantity")),
                offer.get("unit"),
                false,
                List.of());
    }

    private static Stream<String> codes(CSVRecord line, String column) {
        return Arrays.stream(line.get(column).split(";")).filter(code -> !code.isEmpty());
    }

    private static List<CSVRecord> read(String table) throws IOException {
        var format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var lines =
                format.parse(Files.newBufferedReader(Path.of("src/test/resources/matching/" + table + ".csv")))) {
            return lines.getRecords();
        }
    }

    private static Optional<Fit> fit(
            List<String> categories,
            String words,
            List<String> areas,
            String kind,
            @Nullable String quantity,
            List<String> done) {
        var amount = quantity == null ? null : new BigDecimal(quantity);
        return Fit.of(LAMPS, new Fit.Offered(categories, Fit.pairs(words), areas, kind, amount, "盏", false, done));
    }
}
