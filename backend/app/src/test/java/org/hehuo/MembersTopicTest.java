package org.hehuo;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hehuo.AProject.claim;
import static org.hehuo.Given.aProject;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Some trouble is not for the neighbours: its author, the staff and who carries it read it, and nobody else. */
@RealTest
class MembersTopicTest {
    private static final String TITLE = "家里遇到难处";
    private static final List<String> OTHERS =
            List.of("", "resident2", "partner2", "staff2", "admin1", Persona.PROGRAM);

    @Inject
    EventFlow events;

    @Test
    void othersDoNotFindIt() {
        String topic = posted();
        for (String insider : List.of("resident1", "staff1", "street1")) sees(insider, topic);
        for (String other : OTHERS) seesNot(other, topic);
        as("resident1").get("/topics?mine=true&pageSize=100").then().body("items.id", hasItem(topic));
        events.settle();
        assertEquals(List.of(), Feed.about(topic));
        String page =
                RestAssured.given().accept("text/html").get("/topics/" + topic).asString();
        assertEquals(-1, page.indexOf(TITLE));
    }

    @Test
    void whoCarriesItReadsItAsLongAsItDoes() {
        String topic = posted();
        String project = aProject().grownFrom(topic).published();
        seesNot("partner1", topic);
        String claim = claim(project, "partner1");
        sees("partner1", topic);
        as("partner1").get("/topics?area=" + Town.HOME + "&pageSize=100").then().body("items.id", hasItem(topic));
        as("partner1").get("/projects/{id}", project).then().body("topics.id", is(List.of(topic)));
        seesNot("partner2", topic);
        as("partner2").get("/projects/{id}", project).then().body("topics", is(List.of()));
        as("partner1")
                .post("/claims/{id}/withdraw", Map.of("reason", "人手不够。"), claim)
                .then()
                .statusCode(200);
        seesNot("partner1", topic);
    }

    @Test
    void itsAuthorReadsWhatBecameOfIt() {
        String topic = posted();
        as("staff1").step("/topics/{id}/accept", topic).then().statusCode(200);
        as("resident1").get("/topics/{id}/timeline", topic).then().body("items.action", hasItems("create", "accept"));
    }

    @Test
    void hidingItAndBringingItBackDoesNotMakeItPublic() {
        String topic = posted();
        as("staff1")
                .post("/topics/{id}/hide", Map.of("reason", "误会"), topic)
                .then()
                .statusCode(200);
        as("staff1").step("/topics/{id}/restore", topic).then().statusCode(200).body("visibility", is("members"));
        for (String other : OTHERS) seesNot(other, topic);
        events.settle();
        assertEquals(List.of(), Feed.about(topic));
    }

    @Test
    void itsPicturesAreForItsReaders() {
        String picture = APicture.uploadedBy("resident1");
        String topic = aTopic().with("visibility", "members")
                .with("photoIds", List.of(picture))
                .posted();
        claim(aProject().grownFrom(topic).published(), "partner1");
        for (String insider : List.of("resident1", "staff1", "partner1")) shows(insider, picture, 200);
        for (String other : OTHERS) shows(other, picture, 404);
    }

    private static void shows(String who, String picture, int status) {
        assertEquals(status, new Persona(who).get("/photos/{id}/small", picture).statusCode(), who);
    }

    private static String posted() {
        return aTopic().titled(TITLE).with("visibility", "members").posted();
    }

    private static void sees(String who, String topic) {
        new Persona(who).get("/topics/{id}", topic).then().statusCode(200).body("visibility", is("members"));
    }

    private static void seesNot(String who, String topic) {
        var persona = new Persona(who);
        for (String part : List.of("", "/timeline", "/replies", "/stream")) {
            persona.get("/topics/{id}" + part, topic).then().statusCode(404);
        }
        for (String query : List.of("?pageSize=100", "?q=" + TITLE, "?area=" + Town.HOME)) {
            persona.get("/topics" + query).then().body("items.id", not(hasItem(topic)));
        }
        persona.get("/topics/similar?title={title}&area={area}", TITLE, Town.HOME)
                .then()
                .body("items.id", not(hasItem(topic)));
        persona.get("/suggestions?q={q}", TITLE).then().body("items.id", not(hasItem(topic)));
    }
}
