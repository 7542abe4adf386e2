package org.hehuo.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.hehuo.kernel.http.IfMatch;
import org.hehuo.kernel.http.MergePatch;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.time.Time;
import org.jspecify.annotations.Nullable;

/** People say where and how they want to be told, and when they have had enough. */
@ApplicationScoped
class SettingsService {
    private static final String EMAIL = "email";

    final Settings settings;
    final Letters letters;
    final Links links;
    final MergePatch patches;
    final MailCarrier mail;
    final SmsCarrier sms;
    final Time time;

    SettingsService(
            Settings settings,
            Letters letters,
            Links links,
            MergePatch patches,
            MailCarrier mail,
            SmsCarrier sms,
            Time time) {
        this.settings = settings;
        this.letters = letters;
        this.links = links;
        this.patches = patches;
        this.mail = mail;
        this.sms = sms;
        this.time = time;
    }

    SettingsView mine(Caller caller) {
        var row = settings.of(caller.personId());
        return new SettingsView(
                row.email() == null ? null : masked(row.email()),
                row.confirmed(),
                mail.isOn(),
                sms.isOn() && SmsCarrier.isVouchedFor(caller),
                row.kinds(),
                row.version());
    }

    private static String masked(String email) {
        return email.charAt(0) + "****" + email.substring(email.lastIndexOf('@'));
    }

    /** An address that is named and not confirmed yet is asked, whether it is new or was asked before. */
    @Transactional
    SettingsView change(@Nullable String ifMatch, JsonNode patch, Caller caller) {
        var now = settings.hold(caller.personId());
        IfMatch.check(ifMatch, now.version());
        var wanted = patches.apply(new SettingsChange(now.email(), now.kinds()), patch, SettingsChange.class);
        boolean confirmed =
                now.confirmed() && wanted.email() != null && wanted.email().equals(now.email());
        settings.write(caller.personId(), wanted.email(), confirmed, wanted.kinds());
        if (patch.hasNonNull(EMAIL) && !confirmed && mail.isOn()) letters.askToConfirm(caller.personId());
        return mine(caller);
    }

    /** The link's word is enough: whoever reads it in the mail need not be signed in there. */
    @Transactional
    void confirmEmail(String token) {
        var link = links.open(Links.Purpose.CONFIRM, token).orElseThrow(SettingsService::spent);
        if (link.until().isBefore(time.instant())) throw spent();
        if (!link.about().equals(settings.hold(link.person()).email())) throw spent();
        settings.confirm(link.person());
    }

    @Transactional
    void unsubscribe(String token) {
        var link = links.open(Links.Purpose.UNSUBSCRIBE, token).orElseThrow(SettingsService::spent);
        settings.stopMail(link.person());
    }

    private static Problem spent() {
        return Problem.of(ApiError.EMAIL_LINK_SPENT);
    }
}
