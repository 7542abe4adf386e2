package org.hehuo.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Speaks with the mail server, and waits for no answer for ever. */
@ApplicationScoped
class Smtp {
    private static final String CONNECT_MILLIS = "5000";
    private static final String ANSWER_MILLIS = "10000";
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    /** Far less than until somebody tries again: a server that dribbles its answers must not get a letter twice. */
    private static final Duration CONVERSATION = Duration.ofMinutes(1);

    final MailSettings settings;
    final Duration patience;
    final Session session;

    @Inject
    Smtp(MailSettings settings) {
        this(settings, CONVERSATION);
    }

    Smtp(MailSettings settings, Duration patience) {
        this.settings = settings;
        this.patience = patience;
        session = Session.getInstance(properties(settings), new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(
                        settings.username().orElse(""), settings.password().orElse(""));
            }
        });
    }

    boolean isOn() {
        return settings.host().isPresent() && settings.from().isPresent();
    }

    /** Returns whether the server took it; an address that it knows of nobody behind is no reason to try again. */
    boolean send(String to, MailText text, Letter letter) throws IOException {
        var conversation = new FutureTask<>(() -> taken(message(to, text, letter)));
        Thread.startVirtualThread(conversation);
        try {
            return conversation.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            // Its socket is closed with it.
            conversation.cancel(true);
        }
    }

    private static boolean taken(MimeMessage message) throws MessagingException {
        try {
            message.saveChanges();
            Transport.send(message);
            return true;
        } catch (SendFailedException e) {
            if (e.getInvalidAddresses() == null || e.getInvalidAddresses().length == 0) throw e;
            return false;
        }
    }

    private MimeMessage message(String to, MailText text, Letter letter) throws MessagingException {
        var from = new InternetAddress(settings.from().orElseThrow());
        var message = new Named(
                session,
                "<" + letter.id()
                        + from.getAddress().substring(from.getAddress().indexOf('@')) + ">");
        message.setFrom(from);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(text.subject(), UTF_8);
        message.setSentDate(Date.from(letter.madeAt()));
        // Nobody's absence note answers a machine (RFC 3834).
        message.setHeader("Auto-Submitted", "auto-generated");
        for (var header : text.headers().entrySet()) message.setHeader(header.getKey(), header.getValue());
        message.setContent(new MimeMultipart("alternative", part(text.plain(), "plain"), part(text.html(), "html")));
        return message;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, subtype);
        return part;
    }

    /** Has the name that it was given, each time it is sent. */
    private static final class Named extends MimeMessage {
        private final String id;

        Named(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    private static Properties properties(MailSettings settings) {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", settings.host().orElse(""));
        properties.setProperty("mail.smtp.port", String.valueOf(settings.port()));
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtp.timeout", ANSWER_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", ANSWER_MILLIS);
        properties.setProperty(
                "mail.smtp.auth", String.valueOf(settings.username().isPresent()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        boolean starttls = settings.tls() == MailSettings.Tls.STARTTLS;
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(starttls));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(starttls));
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(settings.tls() == MailSettings.Tls.TLS));
        return properties;
    }
}
