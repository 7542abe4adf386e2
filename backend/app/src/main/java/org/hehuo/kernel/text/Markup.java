package org.hehuo.kernel.text;

/** Text as a part of HTML, SVG and XML. */
public final class Markup {
    private Markup() {}

    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
