package org.hehuo.delivery;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hehuo.kernel.text.Language;
import org.hehuo.kernel.text.Markup;

/** What a mail says, as plain text and as HTML, and the headers that go with it. */
record MailText(String subject, String plain, String html, Map<String, String> headers) {

    /** A line with the place to read on. */
    record Line(String text, String link) {
        Line {
            text = onOneLine(text);
        }

        private String plain() {
            return text + "\n" + link;
        }

        private String html() {
            return "<a href=\"" + Markup.escaped(link) + "\">" + Markup.escaped(text) + "</a>";
        }
    }

    MailText {
        subject = onOneLine(subject);
    }

    static MailText of(
            Language language, String subject, List<Line> lines, List<Line> below, Map<String, String> headers) {
        return new MailText(
                subject, plain(lines) + "\n\n-- \n" + plain(below) + "\n", html(language, lines, below), headers);
    }

    private static String plain(List<Line> lines) {
        return lines.stream().map(Line::plain).collect(Collectors.joining("\n\n"));
    }

    private static String html(Language language, List<Line> lines, List<Line> below) {
        String list = lines.stream().map(l -> "<li>" + l.html() + "</li>").collect(Collectors.joining());
        String foot = below.stream().map(Line::html).collect(Collectors.joining(" · "));
        return """
                <!doctype html><html lang="%s"><body style="font:16px/1.7 sans-serif"><ul>%s</ul><p><small>%s</small></p></body></html>
                """.formatted(language.tag(), list, foot);
    }

    /** A line break in a title must not begin another header, nor another line that seems ours. */
    private static String onOneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
    }
}
