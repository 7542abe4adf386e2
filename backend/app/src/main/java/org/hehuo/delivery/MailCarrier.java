package org.hehuo.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.text.Language;
import org.hehuo.kernel.text.Words;
import org.hehuo.kernel.time.Time;
import org.hehuo.notifications.NotificationService;
import org.hehuo.people.Readers;
import org.jspecify.annotations.Nullable;

/** Writes mails in their reader's language, at the moment of sending: who may not see a thing any more is not told its title. */
@ApplicationScoped
class MailCarrier implements Carrier {
    final Smtp smtp;
    final Links links;
    final Readers readers;
    final Settings settings;
    final Letters letters;
    final NotificationService notifications;
    final Time time;

    MailCarrier(
            Smtp smtp,
            Links links,
            Readers readers,
            Settings settings,
            Letters letters,
            NotificationService notifications,
            Time time) {
        this.smtp = smtp;
        this.links = links;
        this.readers = readers;
        this.settings = settings;
        this.letters = letters;
        this.notifications = notifications;
        this.time = time;
    }

    @Override
    public boolean isOn() {
        return smtp.isOn() && links.areKnown();
    }

    @Override
    public Set<Letter.Form> forms() {
        return Set.of(Letter.Form.MAIL, Letter.Form.CONFIRMATION);
    }

    @Override
    public Letter.Ending carry(Letter letter) throws IOException {
        var reader = readers.find(letter.person()).map(Readers.Reader::caller).orElse(null);
        if (reader == null) return Letter.Ending.UNWANTED;
        var where = settings.of(letter.person());
        boolean asks = letter.form() == Letter.Form.CONFIRMATION;
        // Its link is good no more.
        if (asks && letter.madeAt().plus(Links.CONFIRM_WITHIN).isBefore(time.instant())) return Letter.Ending.UNWANTED;
        String to = asks ? where.unconfirmedEmail() : where.confirmedEmail();
        if (to == null) return Letter.Ending.UNWANTED;
        var text = asks ? question(letter, to, reader.language()) : news(letter, reader);
        if (text == null) return Letter.Ending.UNWANTED;
        return smtp.send(to, text, letter) ? Letter.Ending.SENT : Letter.Ending.UNWANTED;
    }

    private MailText question(Letter letter, String email, Language language) {
        var ask = new MailText.Line(
                Words.say(language, "mail.confirm"), links.toConfirm(letter.person(), email, letter.madeAt()));
        var otherwise = new MailText.Line(Words.say(language, "mail.confirm.otherwise"), links.to("/"));
        return MailText.of(
                language, Words.say(language, "mail.confirm.subject"), List.of(ask), List.of(otherwise), Map.of());
    }

    private @Nullable MailText news(Letter letter, Caller reader) {
        var told = notifications.told(letters.news(letter), reader);
        if (told.isEmpty()) return null;
        var language = reader.language();
        var lines = told.stream()
                .map(news -> new MailText.Line(news.text(), links.to(news.subject())))
                .toList();
        String subject = told.size() == 1 ? told.getFirst().text() : Words.say(language, "mail.subject", told.size());
        String token = links.unsubscribeToken(letter.person());
        var below = List.of(
                new MailText.Line(Words.say(language, "mail.settings"), links.to("/me?tab=settings")),
                new MailText.Line(
                        Words.say(language, "mail.unsubscribe"),
                        links.to(Links.page(Links.Purpose.UNSUBSCRIBE, token))));
        var headers = Map.of(
                "List-Unsubscribe",
                "<" + links.to("/api/v1/mail/unsubscribe/" + token) + ">",
                "List-Unsubscribe-Post",
                "List-Unsubscribe=One-Click");
        return MailText.of(language, subject, lines, below, headers);
    }
}
