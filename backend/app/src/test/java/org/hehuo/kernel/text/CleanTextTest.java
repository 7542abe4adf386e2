package org.hehuo.kernel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CleanTextTest {

    @Property
    void whatIsCleanStaysAsItIs(@ForAll String raw) {
        if (!isStorable(raw)) {
            assertThrows(IllegalArgumentException.class, () -> CleanText.clean(raw));
            return;
        }
        String clean = CleanText.clean(raw);
        assertEquals(clean, CleanText.clean(clean));
        assertTrue(Normalizer.isNormalized(clean, Normalizer.Form.NFC));
        assertEquals(clean.strip(), clean);
        assertEquals(-1, clean.indexOf('\u202E'));
    }

    private static boolean isStorable(String raw) {
        return raw.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(raw);
    }

    @Test
    void whatTurnsLinesRoundOrHidesWordsGoes() {
        assertEquals("灯坏了", CleanText.clean("\u202E灯\u2066坏\u2069了\u200B\uFEFF\u00AD"));
        assertEquals("a\nb\tc", CleanText.clean("a\nb\tc\u0007"));
    }

    @Test
    void halfACharacterIsNone() {
        for (String half :
                new String[] {"\uD83D", "a\uD83D", "\uDE00", "\uDE00\uD83D", "\uD83Da", "\uD83D\uD83D", "\0"}) {
            assertThrows(IllegalArgumentException.class, () -> CleanText.clean(half), half);
        }
    }

    @Test
    void exactlyWhatTurnsLinesRoundGoes() {
        for (int c = 0x2020; c <= 0x2070; c++) {
            boolean gone = (c >= 0x202A && c <= 0x202E) || c == 0x2060 || (c >= 0x2066 && c <= 0x2069);
            assertEquals(
                    gone ? "ab" : "a" + Character.toString(c) + "b",
                    CleanText.clean("a" + Character.toString(c) + "b"));
        }
    }

    @Test
    void whatEmojiAndNamesNeedStays() {
        assertEquals("👩\u200D👧", CleanText.clean("👩\u200D👧"));
        assertEquals("é", CleanText.clean("e\u0301"));
        assertEquals("𠮷野家", CleanText.clean(" 𠮷野家 "));
    }
}
