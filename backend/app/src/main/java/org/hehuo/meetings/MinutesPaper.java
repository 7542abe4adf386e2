package org.hehuo.meetings;

import static org.hehuo.kernel.text.Markup.escaped;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hehuo.kernel.text.Csv;
import org.hehuo.kernel.text.Identified;
import org.hehuo.kernel.text.Language;
import org.hehuo.kernel.text.Pdf;
import org.hehuo.kernel.text.Words;
import org.hehuo.kernel.time.WorkCalendars;

/** The minutes for the file: as pages to be printed, and as a table. */
@ApplicationScoped
class MinutesPaper {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm:ss");

    final WorkCalendars calendars;

    MinutesPaper(WorkCalendars calendars) {
        this.calendars = calendars;
    }

    /** A line for each project that was claimed, each that was left, and each partner that came or did not. */
    byte[] csv(MinutesView minutes, Language language) {
        var out = new ByteArrayOutputStream();
        try {
            var table = new Csv(out);
            table.line(Stream.of("kind", "project", "title", "partner", "partner_name", "at", "note")
                    .map(column -> Words.say(language, "minutes.column." + column))
                    .toList());
            for (var claim : minutes.claims()) {
                table.line(List.of(
                        Words.say(language, "minutes.kind.claimed"),
                        claim.projectId(),
                        Csv.cell(claim.title()),
                        claim.partner().id(),
                        Csv.cell(claim.partner().name()),
                        local(claim.at(), EXACT),
                        claim.proxy() ? Words.say(language, "minutes.proxy") : ""));
            }
            for (var project : minutes.left()) {
                table.line(List.of(
                        Words.say(language, "minutes.kind.left"),
                        project.projectId(),
                        Csv.cell(project.title()),
                        "",
                        "",
                        "",
                        offers(project, language)));
            }
            for (var one : minutes.arrivals()) {
                table.line(guest("came", one.partner(), local(one.at(), EXACT), place(one, language), language));
            }
            for (var one : minutes.absent()) table.line(guest("absent", one, "", "", language));
            table.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static List<String> guest(String kind, Identified partner, String at, String note, Language language) {
        return List.of(
                Words.say(language, "minutes.kind." + kind), "", "", partner.id(), Csv.cell(partner.name()), at, note);
    }

    private static String place(MinutesView.Arrival one, Language language) {
        return Words.say(language, one.inHall() ? "minutes.hall" : "minutes.afar");
    }

    private static String offers(MinutesView.Left project, Language language) {
        return project.offers() == 0 ? "" : Words.say(language, "minutes.offers", project.offers());
    }

    byte[] pdf(MinutesView minutes, Language language) {
        return Pdf.of("""
                <html><head><title>%1$s</title><style>
                @page { size: A4; margin: 2cm; @bottom-right { content: counter(page) " / " counter(pages); font-family: %2$s } }
                body { font-family: %2$s, Helvetica, sans-serif; font-size: 11pt; line-height: 1.5; color: #1d1b18 }
                h1 { font-size: 20pt; line-height: 1.3; margin: 0 0 0.2cm }
                h2 { font-size: 13pt; margin: 0.6cm 0 0.2cm; color: #b3261e }
                p { margin: 0 0 0.15cm }
                table { width: 100%%; border-collapse: collapse; -fs-table-paginate: paginate }
                tr { page-break-inside: avoid }
                th, td { border-bottom: 0.5pt solid #b8b0a4; padding: 0.1cm 0.3cm 0.1cm 0; text-align: left; vertical-align: top }
                .time { white-space: nowrap; width: 2.2cm }
                </style></head><body>
                <h1>%1$s</h1>
                <p>%3$s</p><p>%4$s</p><p>%5$s</p>
                %6$s%7$s%8$s%9$s
                </body></html>
                """.formatted(
                        escaped(minutes.title()),
                        Pdf.FONT,
                        escaped(minutes.area().name() + " · " + minutes.place()),
                        escaped(span(minutes, language)),
                        escaped(Words.say(
                                language,
                                "minutes.sum",
                                minutes.arrivals().size(),
                                minutes.projectsClaimed(),
                                minutes.left().size())),
                        part(language, "agenda", numbered(minutes.agenda())),
                        part(language, "came", came(minutes, language)),
                        part(language, "claimed", claimed(minutes, language)),
                        part(
                                language,
                                "left",
                                numbered(minutes.left().stream()
                                        .map(one -> (one.title() + " " + offers(one, language)).strip())
                                        .toList()))));
    }

    private String span(MinutesView minutes, Language language) {
        String start = local(minutes.startedAt(), MOMENT);
        return minutes.closedAt() == null
                ? Words.say(language, "minutes.open", start)
                : Words.say(language, "minutes.span", start, local(minutes.closedAt(), MOMENT));
    }

    private static String part(Language language, String name, String content) {
        return content.isEmpty() ? "" : "<h2>" + escaped(Words.say(language, "minutes." + name)) + "</h2>" + content;
    }

    private static String numbered(List<String> lines) {
        if (lines.isEmpty()) return "";
        return lines.stream()
                .map(line -> "<li>" + escaped(line) + "</li>")
                .collect(Collectors.joining("", "<ol>", "</ol>"));
    }

    private String came(MinutesView minutes, Language language) {
        var came = minutes.arrivals().stream()
                .map(one -> row(local(one.at(), HOUR), one.partner().name(), place(one, language)))
                .collect(Collectors.joining("", "<table>", "</table>"));
        if (minutes.absent().isEmpty()) return came;
        var names = minutes.absent().stream().map(Identified::name).collect(Collectors.joining("、"));
        return came + "<p>" + escaped(Words.say(language, "minutes.absent", names)) + "</p>";
    }

    private String claimed(MinutesView minutes, Language language) {
        return minutes.claims().stream()
                .map(one -> row(
                        local(one.at(), HOUR),
                        one.title(),
                        one.partner().name() + (one.proxy() ? " " + Words.say(language, "minutes.proxy") : "")))
                .collect(Collectors.joining("", "<table>", "</table>"));
    }

    private static String row(String time, String what, String who) {
        return "<tr><td class=\"time\">" + time + "</td><td>" + escaped(what) + "</td><td>" + escaped(who)
                + "</td></tr>";
    }

    private String local(Instant moment, DateTimeFormatter format) {
        return format.format(moment.atZone(calendars.zone()));
    }
}
