package org.hehuo.kernel.text;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Printed pages, set in a font that has the Chinese characters. Nothing is fetched for them from anywhere. */
public final class Pdf {
    /** The font's name in a page's style. */
    public static final String FONT = "Hehuo";

    private Pdf() {}

    /** @param xhtml a well-formed page; its pictures are {@code data:} addresses */
    public static byte[] of(String xhtml) {
        var out = new ByteArrayOutputStream();
        try {
            var builder = new PdfRendererBuilder();
            builder.useFastMode();
            builder.useFont(Pdf::font, FONT);
            builder.useUriResolver((base, uri) -> uri.startsWith("data:") ? uri : null);
            builder.withHtmlContent(xhtml, null);
            builder.toStream(out);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException("a page could not be set", e);
        }
        return out.toByteArray();
    }

    private static InputStream font() {
        return Objects.requireNonNull(Pdf.class.getResourceAsStream("/fonts/DroidSansFallbackFull.ttf"));
    }
}
