package org.hehuo;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real SMTP server and a real gateway for short messages, at addresses that the product knows from its start. */
public final class Postbox implements AutoCloseable {
    /** Where the links in mails begin. */
    public static final String ADDRESS = "https://hehuo.test";

    public static final byte[] SECRET = "a secret of thirty-two characters".getBytes(StandardCharsets.UTF_8);
    private static final String MAIL_PORT = "hehuo.mail.port";
    private static final String SMS_URL = "hehuo.sms.url";

    private final GreenMail mails =
            new GreenMail(new ServerSetup(Integer.getInteger(MAIL_PORT), "localhost", ServerSetup.PROTOCOL_SMTP));
    private final HttpServer gateway;
    private final List<Sms> shorts = new CopyOnWriteArrayList<>();
    private volatile int gatewayAnswers = 204;

    /** A short message as the gateway got it. */
    public record Sms(String id, String timestamp, String signature, String body) {}

    private Postbox() throws IOException {
        gateway = HttpServer.create(
                new InetSocketAddress(
                        "localhost",
                        java.net.URI.create(System.getProperty(SMS_URL)).getPort()),
                0);
        gateway.createContext("/sms", exchange -> {
            var headers = exchange.getRequestHeaders();
            shorts.add(new Sms(
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(gatewayAnswers, -1);
            exchange.close();
        });
    }

    static Map<String, String> configuration() {
        return Map.of(
                "hehuo.address",
                ADDRESS,
                "hehuo.mail.host",
                "localhost",
                MAIL_PORT,
                String.valueOf(freePort()),
                "hehuo.mail.tls",
                "none",
                "hehuo.mail.from",
                "合伙 <news@hehuo.test>",
                SMS_URL,
                "http://localhost:" + freePort() + "/sms",
                "hehuo.sms.secret",
                "whsec_" + Base64.getEncoder().encodeToString(SECRET));
    }

    public static Postbox opened() {
        try {
            var box = new Postbox();
            box.open();
            box.gateway.start();
            return box;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void open() {
        mails.start();
    }

    /** The mail server is away. */
    public void shut() {
        mails.stop();
    }

    /** What the gateway answers from now on. */
    public void gatewayAnswers(int status) {
        gatewayAnswers = status;
    }

    public List<Sms> shorts() {
        return shorts;
    }

    public List<MimeMessage> mailsTo(String address) {
        return Arrays.stream(mails.getReceivedMessages())
                .filter(mail -> isTo(mail, address))
                .toList();
    }

    private static boolean isTo(MimeMessage mail, String address) {
        try {
            return mail.getAllRecipients()[0].toString().equals(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        mails.stop();
        gateway.stop(0);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
