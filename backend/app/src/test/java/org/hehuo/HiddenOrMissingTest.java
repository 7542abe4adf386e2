package org.hehuo;

import static org.hehuo.Given.aProject;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Readable numbers can be counted up: what is private answers like what is not there, to the byte. */
@RealTest
class HiddenOrMissingTest {
    /** What differs between any two answers: the moment, and the count of what may still be asked. */
    private static final Set<String> CHANCE = Set.of("date", "ratelimit");

    private static final List<Persona> OTHERS =
            Stream.of("", "resident2", "staff2", "partner2").map(Persona::new).toList();

    /** By what {@code knock.txt} makes: what has an address like it and is not there. */
    private static final Map<String, String> MISSING = Map.of(
            "topic hidden", "T-2026-999999",
            "project drafted", "P-2026-999999",
            "claim withdrawn", "00000000-0000-4000-8000-000000000000",
            "picture hidden", "00000000-0000-4000-8000-000000000000");

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

    /** Whoever read it before is not told that it is unchanged. */
    @ParameterizedTest
    @ValueSource(strings = {"/topics/{id}", "/topics/{id}/timeline", "/topics/{id}/replies"})
    void whatWasReadBeforeIsAsWhatWasNeverThere(String path) {
        String topic = aTopic().posted();
        var before = as("resident2").get(path, topic);
        String etag = before.header("ETag") == null ? "*" : before.header("ETag");
        as("staff1")
                .post("/topics/{id}/hide", Map.of("reason", "含有他人隐私。"), topic)
                .then()
                .statusCode(200);
        for (String known : List.of(etag, "W/" + etag, "*")) {
            for (var who : OTHERS) {
                var request = who.request().header("If-None-Match", known);
                assertEquals(seen(who.get(path, "T-2026-999999")), seen(request.get(path, topic)), who + " " + known);
                assertEquals(
                        404,
                        who.request()
                                .header("If-None-Match", known)
                                .head(path, topic)
                                .statusCode());
            }
        }
    }

    @Test
    void noOperationTellsThemApart() throws IOException {
        Town.settle();
        Knock.all().filter(knock -> MISSING.containsKey(thing(knock))).forEach(HiddenOrMissingTest::tellsNotApart);
    }

    private static String thing(Knock knock) {
        return knock.on().replaceFirst("\\?.* ", "project ");
    }

    private static void tellsNotApart(Knock knock) {
        var hidden = knock.made();
        var missing = new ArrayList<>(hidden);
        missing.set(0, MISSING.get(thing(knock)));
        for (var who : OTHERS) {
            String one = seen(KnockTest.knockAs(who, knock, hidden));
            String other = seen(KnockTest.knockAs(who, knock, missing));
            assertEquals(other, one, () -> who + " at " + knock.operation());
        }
    }

    private static void alike(String path, String hidden, String missing) {
        for (var who : OTHERS) {
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
