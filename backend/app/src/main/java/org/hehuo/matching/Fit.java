package org.hehuo.matching;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How well what a partner can give meets what a project needs. What it is about counts most, then where, then the words, then
 * whether it is enough; each reason is named, and so is what is missing.
 *
 * @param score 1 to 100
 */
record Fit(int score, List<Reason> reasons, List<Gap> gaps) {
    private static final int SAME_CATEGORY = 50;
    private static final int AKIN = 15;
    private static final int A_PAIR_OF_CHARACTERS = 5;
    private static final int MOST_FOR_WORDS = 20;
    /** One pair in common is chance. */
    private static final int ENOUGH_WORDS = 2;

    private static final int SERVES = 15;
    private static final int ENOUGH = 5;
    private static final int SAME_KIND = 5;
    private static final int DONE_BEFORE = 5;

    @Schema(name = "MatchReason")
    enum Reason {
        /** It is offered for this very category, or for the whole that it is a part of. */
        CATEGORY,
        /** It is offered for another part of the same whole. */
        AKIN,
        /** Both are described in the same words. */
        WORDS,
        /** The partner serves the place. */
        AREA,
        /** A need is of the kind that is offered. */
        KIND,
        /** It has as much as is still needed. */
        ENOUGH,
        /** It has completed a project of this category. */
        DONE_BEFORE
    }

    @Schema(name = "MatchGap")
    enum Gap {
        /** The partner does not serve the place so far. */
        AREA,
        /** It has less than is still needed. */
        QUANTITY,
        /** It asks for its costs. */
        COST
    }

    /**
     * @param categories what the project is about first, then the whole that it is a part of
     * @param words the {@link #pairs} of what it says
     */
    record Wanted(List<String> categories, Set<String> words, String area, List<Amount> needs) {}

    /** @param left how much is still needed */
    record Amount(String kind, BigDecimal left, String unit) {}

    /** @param done of which categories the partner has completed a project */
    record Offered(
            List<String> categories,
            Set<String> words,
            List<String> areas,
            String kind,
            @Nullable BigDecimal quantity,
            @Nullable String unit,
            boolean atCost,
            List<String> done) {}

    /** Nothing where neither the subject nor the words meet: whoever is merely near is no match. */
    static Optional<Fit> of(Wanted wanted, Offered offered) {
        var sum = new Sum();
        if (offered.categories.stream().anyMatch(wanted.categories::contains)) sum.add(SAME_CATEGORY, Reason.CATEGORY);
        else if (isAkin(wanted, offered)) sum.add(AKIN, Reason.AKIN);
        int common = common(wanted.words, offered.words);
        if (sum.reasons.isEmpty() && common < ENOUGH_WORDS) return Optional.empty();
        if (common > 0) sum.add(common * A_PAIR_OF_CHARACTERS, Reason.WORDS);
        place(wanted, offered, sum);
        amount(wanted, offered, sum);
        if (offered.done.contains(wanted.categories.getFirst())) sum.add(DONE_BEFORE, Reason.DONE_BEFORE);
        if (offered.atCost) sum.gaps.add(Gap.COST);
        return Optional.of(new Fit(sum.score, List.copyOf(sum.reasons), List.copyOf(sum.gaps)));
    }

    private static final class Sum {
        private final List<Reason> reasons = new ArrayList<>();
        private final List<Gap> gaps = new ArrayList<>();
        private int score;

        void add(int points, Reason why) {
            score += points;
            reasons.add(why);
        }
    }

    /** The code of a part begins with that of the whole. */
    private static boolean isAkin(Wanted wanted, Offered offered) {
        return wanted.categories.stream()
                .anyMatch(whole -> offered.categories.stream().anyMatch(code -> code.startsWith(whole)));
    }

    private static void place(Wanted wanted, Offered offered, Sum sum) {
        boolean serves =
                offered.areas.stream().anyMatch(area -> wanted.area.startsWith(area) || area.startsWith(wanted.area));
        if (serves) sum.add(SERVES, Reason.AREA);
        else sum.gaps.add(Gap.AREA);
    }

    private static void amount(Wanted wanted, Offered offered, Sum sum) {
        var same = wanted.needs.stream()
                .filter(need -> need.kind.equals(offered.kind))
                .toList();
        if (!same.isEmpty()) sum.add(SAME_KIND, Reason.KIND);
        var quantity = offered.quantity;
        var counted = same.stream()
                .filter(need -> quantity != null && need.unit.equals(offered.unit))
                .toList();
        if (quantity == null || counted.isEmpty()) return;
        if (counted.stream().allMatch(need -> quantity.compareTo(need.left) >= 0)) sum.add(ENOUGH, Reason.ENOUGH);
        else sum.gaps.add(Gap.QUANTITY);
    }

    /** No more than count. */
    private static int common(Set<String> some, Set<String> others) {
        var few = some.size() < others.size() ? some : others;
        var many = some.size() < others.size() ? others : some;
        return (int) few.stream()
                .filter(many::contains)
                .limit(MOST_FOR_WORDS / A_PAIR_OF_CHARACTERS)
                .count();
    }

    /** Every two characters that stand beside each other, whatever stands between words. */
    static Set<String> pairs(String words) {
        var pairs = new HashSet<String>();
        for (String word : words.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
            for (int i = 0; i + 2 <= word.length(); i++) pairs.add(word.substring(i, i + 2));
        return pairs;
    }
}
