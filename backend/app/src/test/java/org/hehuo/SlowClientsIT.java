package org.hehuo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hundreds of lines that send a byte now and then, or read nothing: all others are served, and the slow ones are cut in time. */
class SlowClientsIT {
    private static final int MANY = 300;
    private static final int SMALL = 1024;
    private static final Duration A_BYTE_EVERY = Duration.ofMillis(500);

    private static Process application;

    @BeforeAll
    static void start() throws IOException {
        RestAssured.port = Packaged.freePort();
        application = Packaged.launch(
                "slow-clients.log",
                Map.of(
                        "QUARKUS_PROFILE", "dev",
                        "HEHUO_DEMO", "false",
                        "HEHUO_MEDIA_FOLDER", "target/media",
                        "HEHUO_LIMITS_READING", "1000000",
                        "HEHUO_LIMITS_SENDING", "4s",
                        "QUARKUS_HTTP_IDLE_TIMEOUT", "4s",
                        "QUARKUS_HTTP_HOST", "localhost",
                        "QUARKUS_HTTP_PORT", String.valueOf(RestAssured.port)));
        Packaged.awaitReady();
    }

    @AfterAll
    static void end() {
        application.destroyForcibly();
    }

    /** What is slow about a client: what it has sent so far, and whether a byte follows now and then. */
    enum Slow {
        SILENT_IN_THE_MIDDLE_OF_A_HEAD("GET /api/v1/topics HTTP/1.1\r\nHost: x\r\nX-", false),
        WRITING_A_FORM(head("topics", "application/json", 5000) + "{\"title\":\"", true),
        SENDING_A_PICTURE(
                head("photos", "multipart/form-data; boundary=x", 100_000)
                        + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n\r\n",
                true),
        READING_NOTHING(
                "GET /api/v1/topics?pageSize=100 HTTP/1.1\r\nHost: x\r\n\r\nGET /q/openapi HTTP/1.1\r\nHost: x\r\n\r\n"
                        .repeat(2),
                false);

        final String sent;
        final boolean goesOn;

        Slow(String sent, boolean goesOn) {
            this.sent = sent;
            this.goesOn = goesOn;
        }

        private static String head(String thing, String type, int length) {
            return "POST /api/v1/" + thing + " HTTP/1.1\r\nHost: x\r\nContent-Type: " + type + "\r\nContent-Length: "
                    + length + "\r\nAuthorization: Bearer TOKEN\r\n\r\n";
        }
    }

    @ParameterizedTest
    @EnumSource(Slow.class)
    void othersAreServedAndTheSlowOnesEnd(Slow kind) throws SQLException {
        String topic = aTopic().posted();
        String token = Realm.token("resident1");
        int usual = lines();
        var slow = IntStream.range(0, MANY)
                .mapToObj(i -> connect(kind.sent.replace("TOKEN", token)))
                .toList();
        try (var clock = Executors.newSingleThreadScheduledExecutor()) {
            if (kind.goesOn) {
                long every = A_BYTE_EVERY.toMillis();
                var unused = clock.scheduleAtFixedRate(
                        () -> slow.forEach(SlowClientsIT::aByte), every, every, TimeUnit.MILLISECONDS);
            }
            // What so many ask for at once is a burst, in which some are sent away; here it is about what remains of
            // it: within ten seconds all are served again.
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> IntStream.range(0, 10)
                            .allMatch(i ->
                                    as("resident1").get("/topics/{id}", topic).statusCode() == 200));
            for (int i = 0; i < 20; i++) {
                var answer = Answer.to(() -> as("resident1").get("/topics/{id}", topic));
                assertEquals(200, answer.response().statusCode());
                assertTrue(answer.took().toSeconds() < 2, answer.took()::toString);
                assertEquals(0, waitingForTheClient());
            }
            assertEquals(
                    201,
                    as("resident1")
                            .request()
                            .multiPart("file", "a.jpg", APicture.aPicture().jpeg(), "image/jpeg")
                            .post("/photos")
                            .statusCode());
            await().atMost(Duration.ofSeconds(15)).until(() -> lines() <= usual + MANY / 20);
            clock.shutdownNow();
        } finally {
            slow.forEach(SlowClientsIT::close);
        }
    }

    /** Connections to the database that an open transaction holds while nothing is asked. */
    private static int waitingForTheClient() throws SQLException {
        String url = System.getProperty("quarkus.datasource.jdbc.url");
        try (var connection = DriverManager.getConnection(url, "hehuo", "hehuo");
                var rows = connection.createStatement().executeQuery("""
                        select count(*) from pg_stat_activity where application_name = 'hehuo'
                        and state like 'idle in transaction%' and state_change < now() - interval '1 second'""")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static Socket connect(String sent) {
        try {
            var socket = new Socket();
            socket.setReceiveBufferSize(SMALL);
            socket.connect(new InetSocketAddress(InetAddress.getByName("localhost"), RestAssured.port));
            socket.getOutputStream().write(sent.getBytes(UTF_8));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void aByte(Socket socket) {
        try {
            if (!socket.isClosed()) socket.getOutputStream().write('x');
        } catch (IOException cut) {
            close(socket);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lines that the application has open to clients, as its system counts them. */
    private static int lines() {
        String port = ":%04X ".formatted(RestAssured.port);
        return List.of("tcp", "tcp6").stream()
                .mapToInt(kind -> lines(Path.of("/proc/net", kind), port))
                .sum();
    }

    private static int lines(Path table, String port) {
        try (var rows = Files.lines(table)) {
            return (int) rows.filter(row -> row.matches("\\s*\\d+: [0-9A-F]+" + port + "[0-9A-F]+:[0-9A-F]+ 01 .*"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
