package org.hehuo;

import static org.awaitility.Awaitility.await;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Somebody new who wants to be told by e-mail or SMS. */
record AReader(Persona who, String email) {
    private static final Pattern TOKEN = Pattern.compile("#([A-Za-z0-9_-]{40,})");
    private static final String SETTINGS = "/me/notification-settings";

    /** Has given an address and not confirmed it yet. */
    static AReader called(String name) {
        var who = Realm.newcomer(name).arrives();
        var reader = new AReader(who, who.account() + "@reader.test");
        reader.change(Map.of("email", reader.email)).then().statusCode(200);
        return reader;
    }

    Response settings() {
        return who.get(SETTINGS);
    }

    Response change(Map<String, ?> patch) {
        return who.patch(settings().header("ETag"), SETTINGS, patch);
    }

    /** With the link from the latest question; the post has gone its round. */
    AReader confirmed(Postbox box) {
        confirm(tokenIn(text(box.mailsTo(email).getLast()))).then().statusCode(204);
        return this;
    }

    AReader wants(String mail) {
        for (var kind : List.of("followed", "work", "organisation", "personal")) wants(kind, mail);
        return this;
    }

    AReader wants(String kind, String mail) {
        change(Map.of("kinds", Map.of(kind, Map.of("mail", mail)))).then().statusCode(200);
        return this;
    }

    /** A topic of theirs, which staff have accepted: they are told. */
    String isToldOf(String title) {
        String topic = Given.aTopic().titled(title).by(who.account()).posted();
        as("staff1").step("/topics/{id}/accept", topic).then().statusCode(200);
        // What is to be carried is noted together with what is told.
        String told = "items.findAll { it.type == 'topic.accepted' }.subject.id";
        await().until(() -> who.get("/me/notifications?pageSize=100")
                .jsonPath()
                .getList(told)
                .contains(topic));
        return topic;
    }

    /** What they got besides the question whether the address is theirs. */
    List<MimeMessage> news(Postbox box) {
        return box.mailsTo(email).stream()
                .filter(mail -> !subject(mail).contains("确认"))
                .toList();
    }

    /** By a page that names each attempt, though nobody is signed in there. */
    static Response confirm(String token) {
        return new Persona("")
                .json(Map.of("token", token))
                .header("Idempotency-Key", Given.unique("key"))
                .post("/mail/confirm");
    }

    static String tokenIn(String text) {
        return TOKEN.matcher(text).results().findFirst().orElseThrow().group(1);
    }

    /** All that a mail says, as plain text and as HTML. */
    static String text(MimeMessage mail) {
        try {
            var parts = (MimeMultipart) mail.getContent();
            return parts.getBodyPart(0).getContent() + "\n"
                    + parts.getBodyPart(1).getContent();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String header(MimeMessage mail, String name) {
        try {
            String[] values = mail.getHeader(name);
            assertEquals(1, values.length);
            return values[0];
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
