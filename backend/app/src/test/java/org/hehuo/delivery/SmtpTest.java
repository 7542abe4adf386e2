package org.hehuo.delivery;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hehuo.kernel.text.Language;
import org.junit.jupiter.api.Test;

class SmtpTest {
    /** Each of its answers comes in time, and none is the last. */
    @Test
    void aServerThatNeverComesToAnEndIsLeft() throws IOException, InterruptedException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var left = new CountDownLatch(1);
            Thread.startVirtualThread(() -> dribble(server, left));
            var smtp = new Smtp(at(server.getLocalPort()), Duration.ofMillis(300));
            var text = MailText.of(Language.ZH_CN, "灯修好了", List.of(), List.of(), Map.of());
            var letter = new Letter(UUID.randomUUID(), UUID.randomUUID(), Letter.Form.MAIL, Instant.now());
            var thrown = assertThrows(IOException.class, () -> smtp.send("a@reader.test", text, letter));
            assertInstanceOf(TimeoutException.class, thrown.getCause());
            assertTrue(left.await(5, TimeUnit.SECONDS), "the connection is still open");
        }
    }

    private static void dribble(ServerSocket server, CountDownLatch left) {
        try (var client = server.accept()) {
            while (true) {
                client.getOutputStream().write("220-one moment\r\n".getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            left.countDown();
        }
    }

    private static MailSettings at(int port) {
        return new MailSettings() {
            @Override
            public Optional<String> host() {
                return Optional.of("localhost");
            }

            @Override
            public int port() {
                return port;
            }

            @Override
            public Tls tls() {
                return Tls.NONE;
            }

            @Override
            public Optional<String> username() {
                return Optional.empty();
            }

            @Override
            public Optional<String> password() {
                return Optional.empty();
            }

            @Override
            public Optional<String> from() {
                return Optional.of("hehuo@hehuo.test");
            }
        };
    }
}
