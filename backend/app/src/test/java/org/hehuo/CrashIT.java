package org.hehuo;

import static org.hehuo.Given.aPartner;
import static org.hehuo.Given.aProject;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The packaged application is killed in the middle of its work, and started again. */
class CrashIT {
    private static final int CALLERS = 8;
    private static final int ENOUGH = 60;

    private static @Nullable Process application;

    /** What was sent under which key, and the first answer if one came. */
    private record Sent(
            String path,
            Map<String, ?> body,
            String key,
            @Nullable String acknowledged) {}

    @BeforeAll
    static void start() throws IOException {
        RestAssured.port = Packaged.freePort();
        launch();
    }

    @AfterAll
    static void end() {
        if (application != null) application.destroyForcibly();
    }

    @Test
    void nothingAcknowledgedIsGoneAndARepeatedKeyGetsTheFirstAnswer() throws Exception {
        String project = aProject().published();
        var partners = java.util.stream.IntStream.range(0, 11)
                .mapToObj(i -> aPartner().ownedBy("partner1").joined())
                .toList();
        var sent = new ConcurrentLinkedQueue<Sent>();
        var enough = new CountDownLatch(ENOUGH);
        try (var crowd = Executors.newCachedThreadPool()) {
            for (int caller = 0; caller < CALLERS; caller++) {
                int number = caller;
                var unused = crowd.submit(() -> keepSending(number, project, partners, sent, enough));
            }
            assertTrue(enough.await(1, TimeUnit.MINUTES), "too little was acknowledged");
            kill();
        }
        launch();
        long acknowledged = sent.stream().filter(s -> s.acknowledged != null).count();
        assertTrue(acknowledged >= ENOUGH, () -> acknowledged + " were acknowledged");
        assertTrue(acknowledged < sent.size(), "nobody was interrupted");
        sent.forEach(CrashIT::isKept);
        oneHoldsAndTheLineIsInOrder(project);
    }

    /** Until the application is no more. */
    private static void keepSending(
            int caller,
            String project,
            List<String> partners,
            ConcurrentLinkedQueue<Sent> sent,
            CountDownLatch enough) {
        for (int i = 0; ; i++) {
            boolean claims = caller == 0 && i < partners.size();
            String path = claims ? "/projects/" + project + "/claims" : "/topics";
            Map<String, ?> body = claims
                    ? Map.of("partnerId", partners.get(i))
                    : Map.of("title", caller + "-" + i, "body", "黑", "areaCode", Town.HOME, "category", "PWR01");
            String key = Given.unique("key");
            try {
                sent.add(new Sent(
                        path,
                        body,
                        key,
                        post(path, body, key).then().statusCode(201).extract().asString()));
                enough.countDown();
            } catch (Exception killed) {
                sent.add(new Sent(path, body, key, null));
                return;
            }
        }
    }

    private static void isKept(Sent sent) {
        var again = post(sent.path, sent.body, sent.key);
        assertEquals(201, again.statusCode(), again::asString);
        if (sent.acknowledged != null) {
            assertEquals(sent.acknowledged, again.asString());
            assertEquals("true", again.header("Idempotency-Replayed"));
        }
        String id = again.path("id");
        as("partner1")
                .get((sent.path.equals("/topics") ? "/topics/" : "/claims/") + id)
                .then()
                .statusCode(200);
        assertEquals(again.asString(), post(sent.path, sent.body, sent.key).asString());
    }

    private static void oneHoldsAndTheLineIsInOrder(String project) {
        var claims =
                as("staff1").get("/projects/{id}/claims?pageSize=100", project).jsonPath();
        assertEquals(
                1, claims.getList("items.findAll { it.state == 'confirmed' }").size());
        var positions = claims.getList("items.findAll { it.state == 'waitlisted' }.position", Integer.class);
        assertEquals(positions.size(), positions.stream().distinct().count());
        assertEquals(
                positions.size(), as("staff1").get("/projects/{id}", project).<Integer>path("waitlistLength"));
    }

    private static Response post(String path, Map<String, ?> body, String key) {
        return as("partner1").json(body).header("Idempotency-Key", key).post(path);
    }

    /** As if the machine had lost it: no word of farewell. */
    private static void kill() throws InterruptedException {
        var process = java.util.Objects.requireNonNull(application);
        process.destroyForcibly();
        process.waitFor();
    }

    private static void launch() throws IOException {
        application = Packaged.launch(
                "crash.log",
                Map.of(
                        "QUARKUS_PROFILE", "dev",
                        "HEHUO_DEMO", "false",
                        "QUARKUS_HTTP_HOST", "localhost",
                        "QUARKUS_HTTP_PORT", String.valueOf(RestAssured.port)));
        Packaged.awaitReady();
    }
}
