package org.hehuo.delivery;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Role;
import org.hehuo.kernel.text.Words;
import org.hehuo.kernel.time.Time;
import org.hehuo.notifications.NotificationService;
import org.hehuo.people.Readers;

/** Hands short messages to a gateway by HTTP, signed as Standard Webhooks 1.0 says. */
@ApplicationScoped
class SmsCarrier implements Carrier {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final int OK_FROM = 200;
    private static final int OK_UNTIL = 300;

    final SmsSettings settings;
    final Links links;
    final Readers readers;
    final Letters letters;
    final NotificationService notifications;
    final ObjectMapper json;
    final Time time;
    final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    SmsCarrier(
            SmsSettings settings,
            Links links,
            Readers readers,
            Letters letters,
            NotificationService notifications,
            ObjectMapper json,
            Time time) {
        this.settings = settings;
        this.links = links;
        this.readers = readers;
        this.letters = letters;
        this.notifications = notifications;
        this.json = json;
        this.time = time;
    }

    /**
     * Nobody confirms a telephone number to us: short messages go to those whose number the district knows them by, the staff
     * and the partners' people; {@link Noted} asks the same.
     */
    static boolean isVouchedFor(Caller caller) {
        return caller.is(Role.STAFF) || caller.is(Role.PARTNER);
    }

    @Override
    public boolean isOn() {
        return settings.url().isPresent() && settings.secret().isPresent() && links.areKnown();
    }

    @Override
    public Set<Letter.Form> forms() {
        return Set.of(Letter.Form.SMS);
    }

    @Override
    public Letter.Ending carry(Letter letter) throws IOException {
        var reader = readers.find(letter.person()).orElse(null);
        if (reader == null || reader.phone() == null) return Letter.Ending.UNWANTED;
        var told = notifications.told(letters.news(letter), reader.caller());
        if (told.isEmpty()) return Letter.Ending.UNWANTED;
        hand(letter, json.writeValueAsString(Map.of("to", reader.phone(), "text", text(told, reader))));
        return Letter.Ending.SENT;
    }

    private String text(List<NotificationService.Told> told, Readers.Reader reader) {
        var first = told.getFirst();
        return told.size() == 1
                ? first.text() + " " + links.to(first.subject())
                : Words.say(reader.caller().language(), "sms.several", first.text(), told.size(), links.to("/me"));
    }

    private void hand(Letter letter, String body) throws IOException {
        String id = letter.id().toString();
        String now = String.valueOf(time.instant().getEpochSecond());
        var request = HttpRequest.newBuilder(settings.url().orElseThrow())
                .header("Content-Type", "application/json")
                .header("webhook-id", id)
                .header("webhook-timestamp", now)
                .header("webhook-signature", "v1," + signature(id + "." + now + "." + body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        int status = send(request);
        if (status < OK_FROM || status >= OK_UNTIL) throw new IOException("the gateway answered " + status);
    }

    /** The client's own patience ends with the headers: a body that never ends must not hold up the rest either. */
    private int send(HttpRequest request) throws IOException {
        var answer = http.sendAsync(request, HttpResponse.BodyHandlers.discarding());
        try {
            return answer.get(ANSWER.toMillis(), TimeUnit.MILLISECONDS).statusCode();
        } catch (ExecutionException | TimeoutException e) {
            answer.cancel(true);
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private String signature(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            byte[] key =
                    Base64.getDecoder().decode(settings.secret().orElseThrow().replaceFirst("^whsec_", ""));
            mac.init(new SecretKeySpec(key, mac.getAlgorithm()));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
