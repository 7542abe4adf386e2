package org.hehuo;

import static org.awaitility.Awaitility.await;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;

/** Some dozens who read and write without a pause, until it is closed; each write has a key of its own. */
final class Crowd implements AutoCloseable {
    private static final int READERS = 24;
    private static final int WRITERS = 12;
    private static final int MOST_REPEATED = 200;

    /** One request: the key of a write, and when its answer came. */
    record Call(String key, Answer answer, long at) {}

    private final ExecutorService people = Executors.newCachedThreadPool();
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private volatile boolean leaving;

    Crowd(String topic) {
        for (int i = 0; i < READERS; i++) {
            var one = i % 3 == 0 ? as("resident1") : Persona.aPasserBy();
            String path = i % 2 == 0 ? "/topics?pageSize=5" : "/topics/" + topic;
            var unused = people.submit(() -> keep("", key -> one.get(path)));
        }
        for (int i = 0; i < WRITERS; i++) {
            var unused = people.submit(() -> keep("key", Crowd::write));
        }
    }

    private void keep(String what, Function<String, Response> request) {
        while (!leaving) {
            String key = what.isEmpty() ? "" : Given.unique(what);
            var answer = Answer.to(() -> request.apply(key));
            calls.add(new Call(key, answer, System.nanoTime()));
        }
    }

    private static Response write(String key) {
        var form = Map.of("title", key, "body", "黑", "areaCode", Town.HOME, "category", "PWR01");
        return as("resident1").json(form).header("Idempotency-Key", key).post("/topics");
    }

    void isServed(int times) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> calls.stream().filter(c -> c.answer.good()).count() >= times);
    }

    /** On the average each of them twice, so that it lasts. */
    void isRefused() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> calls.stream().filter(c -> !c.answer.good()).count() >= 2 * (READERS + WRITERS));
    }

    void isServedAgainWithin(Duration time) {
        long from = System.nanoTime();
        await().atMost(time)
                .until(() -> calls.stream().anyMatch(c -> c.at > from && isWrite(c) && c.answer.good())
                        && calls.stream().anyMatch(c -> c.at > from && !isWrite(c) && c.answer.good()));
    }

    private static boolean isWrite(Call call) {
        return !call.key.isEmpty();
    }

    /** What was acknowledged is there, what was refused can be repeated, and a key has one answer for ever. */
    void lostNothing() {
        calls.forEach(call -> call.answer.isGoodOrSaysWhenToComeAgain());
        var acknowledged = calls.stream().filter(c -> isWrite(c) && c.answer.good());
        var refused =
                calls.stream().filter(c -> isWrite(c) && c.answer.refused()).limit(MOST_REPEATED);
        var writes = Stream.concat(acknowledged, refused).toList();
        Together.each(WRITERS, i -> {
            for (int n = i; n < writes.size(); n += WRITERS) isKept(writes.get(n));
            return i;
        });
    }

    private static void isKept(Call call) {
        var again = write(call.key);
        assertEquals(201, again.statusCode(), again::asString);
        if (!call.answer.good()) return;
        assertEquals(call.answer.response().asString(), again.asString());
        assertEquals("true", again.header("Idempotency-Replayed"));
    }

    @Override
    public void close() {
        leaving = true;
        people.close();
    }
}
