package org.hehuo;

import static org.awaitility.Awaitility.await;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Three instances watch the same clock, one of them dies at it: what is due is done by one of them, once. */
class SweepersIT {
    private static final int INSTANCES = 3;
    private static final int TOPICS = 60;
    private static final List<Process> SWEEPERS = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        for (int i = 0; i < INSTANCES; i++) {
            RestAssured.port = Packaged.freePort();
            SWEEPERS.add(Packaged.launch(
                    "sweeper-" + i + ".log",
                    Map.of(
                            "QUARKUS_PROFILE", "dev",
                            "HEHUO_DEMO", "false",
                            "QUARKUS_HTTP_HOST", "localhost",
                            "QUARKUS_HTTP_PORT", String.valueOf(RestAssured.port),
                            "HEHUO_LIMITS_WRITING", "1000000",
                            "HEHUO_SWEEP_EVERY", "0.2s")));
            Packaged.awaitReady();
        }
    }

    @AfterAll
    static void end() {
        SWEEPERS.forEach(Process::destroyForcibly);
    }

    @Test
    void whatIsDueIsDoneOnce() throws Exception {
        var late = made(() -> aTopic().posted());
        var settled = made(() -> aTopic().resolved());
        run("update topic set due_at = now() - interval '1 minute' where id = any(?)", late);
        run("update topic set resolved_at = now() - interval '15 days' where id = any(?)", settled);
        SWEEPERS.getFirst().destroyForcibly().waitFor();
        await().atMost(Duration.ofMinutes(1))
                .until(() -> settled.stream().allMatch(topic -> state(topic).equals("closed"))
                        && late.stream().allMatch(topic -> steps(topic, "overdue") > 0));
        // What comes due now is found by a later round, which has looked at the others once more.
        for (int round = 0; round < INSTANCES; round++) {
            String later = aTopic().posted();
            run("update topic set due_at = now() - interval '1 minute' where id = any(?)", List.of(later));
            await().atMost(Duration.ofSeconds(20)).until(() -> steps(later, "overdue") > 0);
        }
        late.forEach(topic -> assertEquals(1, steps(topic, "overdue"), topic));
        settled.forEach(topic -> assertEquals(1, steps(topic, "auto-confirm"), topic));
        await().atMost(Duration.ofSeconds(20)).until(() -> told("topic.overdue", late) == TOPICS);
        await().atMost(Duration.ofSeconds(20)).until(() -> told("topic.closed", settled) == TOPICS);
    }

    private static List<String> made(Supplier<String> topic) {
        var made = new ConcurrentLinkedQueue<String>();
        Together.few(Collections.nCopies(TOPICS, topic), one -> made.add(one.get()));
        return List.copyOf(made);
    }

    private static String state(String topic) {
        return as("resident1").get("/topics/{id}", topic).path("state");
    }

    private static int steps(String topic, String action) {
        return as("resident1")
                .get("/topics/{id}/timeline", topic)
                .jsonPath()
                .getList("items.findAll { it.action == '" + action + "' }")
                .size();
    }

    /** How often the author was told. */
    private static int told(String type, List<String> topics) throws SQLException {
        try (var connection = Packaged.database();
                var query = connection.prepareStatement("""
                        select count(*) from notification where type = ? and person_id = ? and subject_id = any(?)
                        """)) {
            query.setString(1, type);
            query.setObject(2, as("resident1").id());
            query.setArray(3, connection.createArrayOf("text", topics.toArray()));
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private static void run(String change, List<String> topics) throws SQLException {
        try (var connection = Packaged.database();
                var statement = connection.prepareStatement(change)) {
            statement.setArray(1, connection.createArrayOf("text", topics.toArray()));
            statement.executeUpdate();
        }
    }
}
