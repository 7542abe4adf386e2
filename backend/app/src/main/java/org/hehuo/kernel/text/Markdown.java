package org.hehuo.kernel.text;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The few marks that a text may carry: headings, lists, bold, links. Everything else is what it looks like. */
public final class Markdown {
    private static final Pattern LINK = Pattern.compile("\\[([^]]*)]\\([^)]*\\)");
    private static final Pattern MARK = Pattern.compile("(?m)^\\s*(#+|[-*]|\\d+\\.)\\s+");
    private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]+)\\*\\*");

    private Markdown() {}

    /** In one line, without any marks. */
    public static String plain(String text) {
        return MARK.matcher(LINK.matcher(text).replaceAll("$1"))
                .replaceAll("")
                .replace("**", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** For print: well-formed XHTML, in which a link is its words. */
    public static String xhtml(String text) {
        return LINK.matcher(text)
                .replaceAll("$1")
                .lines()
                .filter(line -> !line.isBlank())
                .map(Markdown::block)
                .collect(Collectors.joining("\n"));
    }

    private static String block(String line) {
        var mark = MARK.matcher(line);
        String words = BOLD.matcher(Markup.escaped(mark.replaceFirst(""))).replaceAll("<b>$1</b>");
        if (!mark.reset().lookingAt()) return "<p>" + words + "</p>";
        String kind = mark.group(1);
        if (kind.startsWith("#")) return "<h2>" + words + "</h2>";
        return "<p class=\"item\">" + (kind.length() == 1 ? "•" : kind) + " " + words + "</p>";
    }
}
