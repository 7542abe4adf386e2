package org.hehuo.search;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import net.sourceforge.pinyin4j.PinyinHelper;

/** How a Chinese name is typed in a hurry: 国网 as {@code gw}, by the first letters of its syllables. */
public final class Initials {
    private static final int MOST_SPELLINGS = 16;

    private Initials() {}

    /** With a space between, since a character may be read in several ways: 银行 is {@code yx}, or {@code yh}. */
    public static String of(String name) {
        Set<String> spellings = Set.of("");
        for (char letter : name.toLowerCase(Locale.ROOT).toCharArray()) {
            var first = firstLetters(letter);
            spellings = spellings.stream()
                    .flatMap(before -> first.stream().map(before::concat))
                    .limit(MOST_SPELLINGS)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
        return spellings.stream().filter(s -> !s.isEmpty()).collect(joining(" "));
    }

    private static List<String> firstLetters(char letter) {
        String[] readings = PinyinHelper.toHanyuPinyinStringArray(letter);
        if (readings != null) {
            return Arrays.stream(readings)
                    .map(one -> one.substring(0, 1))
                    .distinct()
                    .toList();
        }
        return List.of(letter < 128 && Character.isLetterOrDigit(letter) ? String.valueOf(letter) : "");
    }
}
