package org.hehuo.calls;

import static org.hehuo.kernel.text.Markup.escaped;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.text.Markdown;
import org.hehuo.kernel.text.Pdf;
import org.hehuo.kernel.text.QrCode;
import org.hehuo.kernel.text.Words;
import org.hehuo.media.PhotoService;
import org.hehuo.programme.ProgrammeService;

/** A call on paper, for stairwells and notice boards: A4, with the code that leads to its page. */
@ApplicationScoped
class CallPoster {
    final CallQueries queries;
    final PhotoService photos;
    final ProgrammeService programme;

    CallPoster(CallQueries queries, PhotoService photos, ProgrammeService programme) {
        this.queries = queries;
        this.photos = photos;
        this.programme = programme;
    }

    /** @param page the address of the call's page */
    byte[] of(String id, String page, Caller caller) {
        var call = queries.view(id, caller);
        var language = caller.language();
        String cover = call.photo() == null
                ? ""
                : picture("cover", "image/jpeg", photos.jpeg(call.photo().id(), caller));
        String until = call.closesOn() == null
                ? ""
                : "<p>"
                        + escaped(Words.say(
                                language, "poster.until", call.closesOn().toString())) + "</p>";
        return Pdf.of("""
                <html><head><title>%1$s</title><style>
                @page { size: A4; margin: 0 0 1.5cm 0 }
                body { margin: 0; font-family: %2$s, Helvetica, sans-serif; font-size: 17pt; line-height: 1.6; color: #1d1b18 }
                .head { background: #b3261e; color: #fff; padding: 1.2cm 2cm; font-size: 16pt }
                .text { padding: 0.8cm 2cm }
                h1 { font-size: 34pt; line-height: 1.25; margin: 0 0 0.6cm }
                h2 { font-size: 19pt; margin: 0.5cm 0 0.1cm; color: #b3261e }
                p { margin: 0 0 0.25cm }
                .item { padding-left: 0.6cm }
                table { width: 100%%; margin: 0 2cm; page-break-inside: avoid }
                td { vertical-align: middle }
                td.code { width: 7cm }
                img.qr { width: 6.5cm; height: 6.5cm }
                .cover { max-width: 17cm; max-height: 9cm; margin-bottom: 0.5cm }
                .small { font-size: 11pt; color: #5b564d }
                </style></head><body>
                <div class="head">%3$s · %4$s</div>
                <div class="text"><h1>%1$s</h1>%10$s%5$s</div>
                <table><tr><td class="code">%6$s</td>
                <td><p>%7$s</p>%8$s<p class="small">%9$s</p></td></tr></table>
                </body></html>
                """.formatted(
                        escaped(call.title()),
                        Pdf.FONT,
                        escaped(programme.name(language)),
                        escaped(Words.say(language, "poster.call")),
                        Markdown.xhtml(call.body()),
                        picture("qr", "image/png", QrCode.png(page)),
                        escaped(Words.say(language, "poster.scan")),
                        until,
                        escaped(page),
                        cover));
    }

    private static String picture(String style, String type, byte[] bytes) {
        return "<img class=\"" + style + "\" alt=\"\" src=\"data:" + type + ";base64,"
                + Base64.getEncoder().encodeToString(bytes) + "\"/>";
    }
}
