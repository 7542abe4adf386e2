package org.hehuo;

import static org.hehuo.BadInputTest.isProblem;
import static org.hehuo.Given.aProject;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Somewhere else an extra field made an own post a banner of the whole site (CVE-2026-28219): no form takes what is only read. */
@RealTest
class ReadOnlyTest {
    private static final Map<String, Object> TOPIC =
            Map.of("title", "灯坏了", "body", "黑", "areaCode", Town.HOME, "category", "PWR01");
    private static final Map<String, Object> PROJECT =
            Map.of("title", "电亮", "summary", "修灯", "areaCode", Town.HOME, "category", "PWR01");

    @Test
    void noFieldOfATopicIsWrittenThatIsOnlyRead() {
        String topic = aTopic().resolved();
        var onlyRead = onlyRead(as("resident1"), "/topics/" + topic, TOPIC.keySet(), "place", "position", "anonymous");
        String open = aTopic().posted();
        patchesNone("resident1", "/topics/" + open, onlyRead);
        // Whom a topic is for is said once, when it is posted.
        onlyRead.remove("visibility");
        takesNone("resident1", "/topics", TOPIC, onlyRead);
    }

    @Test
    void noFieldOfAProjectIsWrittenThatIsOnlyRead() {
        String project = aProject().completed();
        var onlyRead = onlyRead(
                as("staff1"),
                "/projects/" + project,
                PROJECT.keySet(),
                "description",
                "claimMode",
                "claimPolicy",
                "slots",
                "needs",
                "participants",
                "estimatedCost",
                "dueDate",
                "beginWithinDays");
        takesNone("staff1", "/projects", PROJECT, onlyRead);
        patchesNone("staff1", "/projects/" + aProject().drafted(), onlyRead);
    }

    @Test
    void noFieldOfOneselfIsWrittenThatIsOnlyRead() {
        var onlyRead =
                onlyRead(as("resident1"), "/me", Set.of(), "displayName", "phone", "language", "largeText", "homeArea");
        patchesNone("resident1", "/me", onlyRead);
    }

    @Test
    void noStepTakesAFieldThatIsNotItsOwn() {
        String topic = aTopic().posted();
        var onlyRead = onlyRead(as("resident1"), "/topics/" + topic, Set.of("title", "body"));
        onlyRead.forEach((field, value) ->
                isProblem(as("staff1").post("/topics/{id}/accept", Map.of(field, value), topic), 400));
        assertEquals("open", as("staff1").get("/topics/{id}", topic).path("state"));
    }

    /** What a representation has and no form of it asks for, with the values that it has. */
    private static Map<String, Object> onlyRead(Persona who, String path, Set<String> form, String... alsoWritten) {
        var fields = new HashMap<String, Object>(
                who.get(path).then().statusCode(200).extract().jsonPath().getMap(""));
        fields.keySet().removeAll(form);
        fields.keySet().removeAll(Set.of(alsoWritten));
        assertTrue(fields.size() > 5, fields::toString);
        return fields;
    }

    private static void takesNone(String who, String path, Map<String, Object> form, Map<String, Object> onlyRead) {
        onlyRead.forEach((field, value) -> {
            var more = new HashMap<>(form);
            more.put(field, value);
            var answer = as(who).post(path, more);
            assertEquals(400, answer.statusCode(), () -> field + ": " + answer.asString());
            assertEquals(java.util.List.of(field), answer.path("violations.field"));
        });
    }

    private static void patchesNone(String who, String path, Map<String, Object> onlyRead) {
        String before = as(who).get(path).asString();
        onlyRead.forEach((field, value) -> {
            var answer = as(who).patch("*", path, Map.of(field, value));
            assertEquals(400, answer.statusCode(), () -> field + ": " + answer.asString());
        });
        assertEquals(before, as(who).get(path).asString());
    }
}
