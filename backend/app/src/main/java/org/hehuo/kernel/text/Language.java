package org.hehuo.kernel.text;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that the product speaks; Chinese unless the reader prefers English. */
public enum Language {
    ZH_CN("zh-CN"),
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** BCP 47. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** The best of ours for an {@code Accept-Language} header (RFC 9110, 12.5.4); a malformed one counts as none. */
    public static Language accepted(@Nullable String header) {
        if (header == null || header.isBlank()) return ZH_CN;
        try {
            var ours = List.of(Locale.CHINESE, Locale.ENGLISH);
            var best = Locale.lookup(Locale.LanguageRange.parse(header), ours);
            return Locale.ENGLISH.equals(best) ? EN : ZH_CN;
        } catch (IllegalArgumentException malformed) {
            return ZH_CN;
        }
    }

    public static Language of(String tag) {
        return EN.tag.equals(tag) ? EN : ZH_CN;
    }

    /** Of two names of one thing, the one in this language. */
    public String choose(String zh, String en) {
        return this == EN ? en : zh;
    }
}
