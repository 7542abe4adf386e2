package org.hehuo;

import static org.hehuo.Given.aProject;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A draft, or what is hidden, changes nothing that others are shown: no list, no count, and no mark by which they would see a change. */
@RealTest
class UncountedTest {
    private static final List<Persona> OTHERS =
            List.of(new Persona(""), new Persona("partner2"), new Persona("staff2"), new Persona("resident2"));

    @Test
    void whatIsHiddenChangesNothingForOthers() {
        String word = "zw" + Long.toString(System.nanoTime(), 36);
        String topic = aTopic().titled(word).posted();
        String project = aProject().titled(word).claimed();
        var before = seen(word, topic, project);
        as("resident1")
                .put("/topics/{id}/support", Map.of(), hidden(word))
                .then()
                .statusCode(200);
        aProject().titled(word).grownFrom(topic).drafted();
        seen(word, topic, project).forEach((where, now) -> assertEquals(before.get(where), now, where));
    }

    private static String hidden(String word) {
        return aTopic().titled(word).with("body", word).hidden();
    }

    private static Map<String, String> seen(String word, String topic, String project) {
        var seen = new TreeMap<String, String>();
        for (var who : OTHERS) {
            for (String address : addresses(word, topic, project))
                seen.put(who + " " + address, text(who.get(address)));
        }
        return seen;
    }

    private static String text(Response answer) {
        return answer.statusCode() + " " + answer.header("ETag") + " " + answer.header("Link") + answer.asString();
    }

    private static List<String> addresses(String word, String topic, String project) {
        return List.of(
                "/topics?pageSize=100&area=" + Town.HOME,
                "/topics?pageSize=1&sort=-updatedAt&area=" + Town.HOME,
                "/topics?sort=-supportCount&pageSize=100",
                "/topics?q=" + word,
                "/topics/similar?title=" + word + "&area=" + Town.HOME,
                "/suggestions?q=" + word,
                "/topics/" + topic,
                "/topics/" + topic + "/timeline",
                "/topics/" + topic + "/replies",
                "/projects?pageSize=100&area=" + Town.HOME,
                "/projects?sort=-updatedAt&pageSize=1",
                "/projects?q=" + word,
                "/projects?topic=" + topic,
                "/projects/" + project,
                "/projects/" + project + "/timeline",
                "/projects/" + project + "/claims",
                "/stories",
                "/areas/" + Town.HOME,
                "/partners/" + Town.partnerOf("partner1"));
    }
}
