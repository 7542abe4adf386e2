package org.hehuo.categories;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What somebody's sentence may be about: each leaf is known by words, and by pieces of its name. A word tells more the
 * longer it is, and the fewer leaves share it.
 */
final class CategoryWords {
    private static final double OF_A_NAME = 0.5;
    private static final int LONG = 4;

    private final Map<String, Map<String, Double>> leaves = new HashMap<>();

    private record Likeness(String code, double weight) {}

    CategoryWords(Collection<Category> categories) {
        var known = categories.stream()
                .filter(c -> c.parent() != null && !c.retired())
                .toList();
        var sharers = known.stream().flatMap(CategoryWords::all).collect(groupingBy(word -> word, counting()));
        for (var leaf : known) {
            var weights = new HashMap<String, Double>();
            pieces(leaf.nameZh()).forEach(piece -> weights.put(piece, OF_A_NAME));
            leaf.words().forEach(word -> weights.put(word, 1.0));
            weights.replaceAll((word, weight) -> weight
                    * Math.min(word.length(), LONG)
                    * Math.log1p((double) known.size() / sharers.getOrDefault(word, 1L)));
            leaves.put(leaf.code(), weights);
        }
    }

    /** The leaves that the text sounds like, the likest first; none where no word is known. */
    List<String> likest(String text, int most) {
        String said = text.toLowerCase(Locale.ROOT);
        return leaves.entrySet().stream()
                .map(leaf -> new Likeness(leaf.getKey(), weight(leaf.getValue(), said)))
                .filter(likeness -> likeness.weight > 0)
                .sorted(Comparator.comparingDouble(Likeness::weight).reversed().thenComparing(Likeness::code))
                .limit(most)
                .map(Likeness::code)
                .toList();
    }

    private static double weight(Map<String, Double> words, String said) {
        return words.entrySet().stream()
                .filter(word -> said.contains(word.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private static Stream<String> all(Category leaf) {
        return Stream.concat(leaf.words().stream(), pieces(leaf.nameZh())).distinct();
    }

    /** A name's words are mostly of two characters: 停车难 has 停车. */
    private static Stream<String> pieces(String name) {
        return Stream.iterate(0, at -> at + 2 <= name.length(), at -> at + 1).map(at -> name.substring(at, at + 2));
    }
}
