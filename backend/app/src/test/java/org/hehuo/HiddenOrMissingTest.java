package org.hehuo;

import static org.hehuo.Given.aProject;
import static org.hehuo.Given.aTopic;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Readable numbers can be counted up: what is private answers like what is not there, to the byte. */
@RealTest
class HiddenOrMissingTest {
    /** What differs between any two answers: the moment, and the count of what may still be asked. */
    private static final Set<String> CHANCE = Set.of("date", "ratelimit");

    @ParameterizedTest
    @ValueSource(strings = {"/topics/{id}", "/topics/{id}/timeline", "/topics/{id}/replies", "/topics/{id}/stream"})
    void aHiddenTopicIsAsOneThatIsNotThere(String path) {
        alike(path, aTopic().hidden(), "T-2026-999999");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/projects/{id}", "/projects/{id}/timeline", "/projects/{id}/progress", "/projects/{id}/claims"})
    void aDraftIsAsOneThatIsNotThere(String path) {
        alike(path, aProject().drafted(), "P-2026-999999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"small", "large"})
    void anothersPictureIsAsOneThatIsNotThere(String size) {
        alike("/photos/{id}/" + size, APicture.uploadedBy("resident1"), "00000000-0000-4000-8000-000000000000");
    }

    private static void alike(String path, String hidden, String missing) {
        for (var who : Stream.of("", "resident2", "staff2", "partner2")
                .map(Persona::new)
                .toList()) {
            var one = who.get(path, hidden);
            var other = who.get(path, missing);
            assertEquals(404, one.statusCode(), one::asString);
            assertEquals(seen(other), seen(one), () -> who + " at " + path);
        }
    }

    private static String seen(Response answer) {
        var headers = new TreeMap<String, String>();
        for (var header : answer.headers()) {
            String name = header.getName().toLowerCase(java.util.Locale.ROOT);
            if (!CHANCE.contains(name)) headers.merge(name, header.getValue(), (a, b) -> a + ", " + b);
        }
        return answer.statusCode() + " " + headers + answer.asString().replaceFirst("\"traceId\":\"[0-9a-f]+\"", "");
    }
}
