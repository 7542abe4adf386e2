package org.hehuo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.function.Supplier;

/** What came, and after how long. */
record Answer(Response response, Duration took) {
    private static final Duration LONGEST = Duration.ofSeconds(5);

    static Answer to(Supplier<Response> request) {
        long begun = System.nanoTime();
        var response = request.get();
        return new Answer(response, Duration.ofNanos(System.nanoTime() - begun));
    }

    boolean refused() {
        return response.statusCode() == 503;
    }

    void isGood() {
        assertTrue(good(), response::asString);
        isGoodOrSaysWhenToComeAgain();
    }

    boolean good() {
        return response.statusCode() / 100 == 2;
    }

    /** Success or a clear word to come again, and neither late. */
    void isGoodOrSaysWhenToComeAgain() {
        assertTrue(took.compareTo(LONGEST) <= 0, () -> "after " + took + ": " + response.asString());
        if (!good()) saysWhenToComeAgain();
    }

    void saysWhenToComeAgain() {
        assertEquals(503, response.statusCode(), response::asString);
        assertEquals("application/problem+json", response.contentType().replaceAll(";.*", ""));
        assertTrue(Integer.parseInt(response.header("Retry-After")) > 0);
        var problem = JsonPath.from(response.asString());
        assertNotNull(problem.getString("detail"));
        assertEquals(32, problem.getString("traceId").length());
    }
}
