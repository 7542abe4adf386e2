package org.hehuo.kernel.text;

import java.text.Normalizer;

/**
 * Text as people meant it: trimmed, in Unicode's composed form (NFC), without the invisible characters that turn lines
 * round or hide words. Text that the database cannot hold (U+0000, lone surrogates) is refused.
 */
public final class CleanText {
    private CleanText() {}

    /**
     * Makes text what it was meant to be.
     *
     * @throws IllegalArgumentException for U+0000 and lone surrogates
     */
    public static String clean(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == 0) throw new IllegalArgumentException("U+0000");
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < raw.length()
                        && Character.isLowSurrogate(raw.charAt(i + 1));
                if (!pair) throw new IllegalArgumentException("lone surrogate");
                i++;
            }
        }
        var visible = raw.codePoints()
                .filter(CleanText::belongs)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return Normalizer.normalize(visible, Normalizer.Form.NFC).strip();
    }

    /** Bidirectional overrides and zero-width fillers go; the joiners that emoji and some scripts need stay. */
    private static boolean belongs(int c) {
        boolean bidirectional = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        boolean filler = c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0x00AD;
        boolean control = Character.getType(c) == Character.CONTROL && c != '\n' && c != '\r' && c != '\t';
        return !bidirectional && !filler && !control;
    }
}
