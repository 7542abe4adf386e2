package org.hehuo;

import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Given.unique;
import static org.hehuo.Persona.aPasserBy;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** A feed reader sees what all may read, and no more. */
@RealTest
class TopicFeedTest {
    private static final String CORNER = "370203019008";

    @Test
    void theNewestComeFirstWithTheirPlaceAndAPermanentAddress() throws Exception {
        String title = unique("<b>路灯</b> & \"院墙\" ]]> \u0085");
        // Others here may have posted with their clock ahead.
        String topic = aTopic().in(CORNER).titled(title).posted();
        var feed = rss("?area=" + CORNER);
        assertEquals("2.0", feed.getDocumentElement().getAttribute("version"));
        var items = texts(feed, "guid");
        assertTrue(items.getFirst().endsWith("/topics/" + topic), items::toString);
        assertTrue(items.getFirst().startsWith("http"));
        assertEquals(
                title.replace("\u0085", "").strip(), texts(feed, "title").get(1).strip());
        DateTimeFormatter.RFC_1123_DATE_TIME.parse(texts(feed, "pubDate").getFirst());
        json("?area=" + CORNER)
                .body("version", is("https://jsonfeed.org/version/1.1"))
                .body("items[0].id", is(items.getFirst()))
                .body("items[0].tags", hasItem("普吉社区"))
                .body("items.size()", lessThanOrEqualTo(50))
                .header("Cache-Control", startsWith("public"));
    }

    @Test
    void whatNotAllMayReadIsNotInIt() {
        String few = aTopic().with("visibility", "members").posted();
        String hidden = aTopic().hidden();
        String withdrawn = aTopic().posted();
        as("resident1").step("/topics/{id}/withdraw", withdrawn).then().statusCode(200);
        var name = as("resident1").get("/me").<String>path("displayName");
        for (var who : List.of(aPasserBy(), as("staff1"), as("resident1"))) {
            String feed = who.get("/feeds/topics.json?area={a}", Town.HOME).asString();
            for (String secret : List.of(few, hidden, withdrawn, name)) assertFalse(feed.contains(secret), secret);
        }
    }

    @Test
    void whatWasSolvedHasItsOwn() {
        String open = aTopic().posted();
        String solved = aTopic().resolved();
        json("?solved=true&area=" + Town.STREET)
                .body("items.id", hasItem(page(solved)))
                .body("items.id", not(hasItem(page(open))));
        List<String> times = json("?solved=true").extract().path("items.date_published");
        var days = times.stream().map(OffsetDateTime::parse).toList();
        assertEquals(days.stream().sorted(java.util.Comparator.reverseOrder()).toList(), days);
    }

    @Test
    void aPlaceAndACategoryNarrowIt() {
        String here = aTopic().posted();
        String there = aTopic().in(Town.ELSEWHERE).posted();
        json("?area=" + Town.ELSEWHERE)
                .body("items.id", hasItem(page(there)))
                .body("items.id", not(hasItem(page(here))));
        json("?category=PWR").body("items.id", hasItem(page(here)));
        json("?category=GRN01").body("items.id", not(hasItem(page(here))));
        json("?area=" + Town.HOME).body("items.tags", everyItem(hasItem("青海路社区")));
        aPasserBy().get("/feeds/topics.rss?area=nowhere").then().statusCode(400);
    }

    private static String page(String topic) {
        String feed = json("").extract().path("feed_url");
        return feed.substring(0, feed.indexOf("/api/")) + "/topics/" + topic;
    }

    private static ValidatableResponse json(String query) {
        return aPasserBy().get("/feeds/topics.json" + query).then().statusCode(200);
    }

    private static Document rss(String query) throws Exception {
        var answer = aPasserBy().get("/feeds/topics.rss" + query);
        assertEquals(200, answer.statusCode());
        assertTrue(answer.contentType().startsWith("application/rss+xml"));
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.asByteArray()));
    }

    private static List<String> texts(Document feed, String name) {
        var nodes = feed.getElementsByTagName(name);
        var texts = new ArrayList<String>();
        for (int i = 0; i < nodes.getLength(); i++) texts.add(nodes.item(i).getTextContent());
        return texts;
    }
}
