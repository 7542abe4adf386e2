package org.hehuo;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hehuo.Given.aTopic;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The database freezes, is started anew, or is slow, while dozens are at work. */
class FaultyDatabaseIT {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final int MAY_WAIT = 20;
    private static final int IN_WORK = 16;
    private static final int BURST = 400;
    /** However slowly those come who make the burst, most of them come while nobody's turn is near. */
    private static final int FEWEST_SHED = BURST / 4;

    private static Relay relay;
    private static Process application;

    @BeforeAll
    static void start() throws IOException {
        new Stack().start();
        String url = System.getProperty("quarkus.datasource.jdbc.url");
        relay = new Relay(URI.create(url.substring("jdbc:".length())).getPort());
        RestAssured.port = Packaged.freePort();
        application = Packaged.launch(
                "faulty-database.log",
                Map.of(
                        "QUARKUS_PROFILE", "dev",
                        "HEHUO_DEMO", "false",
                        "HEHUO_LIMITS_READING", "1000000",
                        "HEHUO_LIMITS_WRITING", "1000000",
                        "HEHUO_LIMITS_WAITING", String.valueOf(MAY_WAIT),
                        "QUARKUS_DATASOURCE_JDBC_URL", url.replaceFirst(":\\d+/", ":" + relay.port() + "/"),
                        "QUARKUS_HTTP_HOST", "localhost",
                        "QUARKUS_HTTP_PORT", String.valueOf(RestAssured.port)));
        Packaged.awaitReady();
    }

    @AfterAll
    static void end() {
        application.destroyForcibly();
        relay.close();
    }

    @Test
    void whileItIsFrozenEverybodyIsToldSoAndAfterwardsServedAgain() {
        goesOnAfter(relay::hold);
    }

    @Test
    void whileItIsStartedAnewEverybodyIsToldSoAndAfterwardsServedAgain() {
        goesOnAfter(relay::cut);
    }

    private static void goesOnAfter(Runnable fault) {
        try (var crowd = new Crowd(aTopic().posted())) {
            crowd.isServed(200);
            fault.run();
            try {
                crowd.isRefused();
                assertEquals(200, given().get("/q/health/live").statusCode());
                assertEquals(200, given().get("/").statusCode());
            } finally {
                relay.heal();
            }
            crowd.isServedAgainWithin(SOON);
            crowd.close();
            crowd.lostNothing();
        }
    }

    @Test
    void aBurstIsShedAndWhoIsServedIsServedRight() {
        String topic = aTopic().posted();
        var passerBy = Persona.aPasserBy();
        relay.slow(Duration.ofMillis(200));
        try {
            var answers = Together.each(BURST, i -> Answer.to(() -> passerBy.get("/topics/{id}", topic)));
            answers.forEach(Answer::isGoodOrSaysWhenToComeAgain);
            answers.stream()
                    .filter(Answer::good)
                    .forEach(a -> assertEquals(topic, a.response().path("id")));
            assertTrue(answers.stream().filter(Answer::good).count() >= IN_WORK, "too few were served");
            Predicate<Answer> atOnce = a -> a.refused() && a.took().compareTo(AT_ONCE) < 0;
            long shed = answers.stream().filter(atOnce).count();
            assertTrue(shed >= FEWEST_SHED, () -> "only " + shed + " were sent away at once");
        } finally {
            relay.heal();
        }
        await().atMost(AT_ONCE).until(() -> passerBy.get("/topics/{id}", topic).statusCode() == 200);
    }
}
