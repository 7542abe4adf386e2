package org.hehuo;

import static org.hamcrest.Matchers.is;
import static org.hehuo.BadInputTest.isProblem;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.as;
import static org.hehuo.Persona.theProgram;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The change feed: a mirror that reads it knows what is public, and no more. */
@RealTest
class FeedTest {
    @Inject
    EventFlow events;

    @BeforeEach
    void something() {
        aTopic().posted();
        aTopic().posted();
        events.settle();
    }

    @Test
    void theLinkLeadsOn() {
        var first = theProgram().get("/events?pageSize=1");
        String link = first.header("Link");
        String next = link.substring(link.indexOf("/events"), link.indexOf('>'));
        var second = theProgram().request().urlEncodingEnabled(false).get(next);
        second.then().statusCode(200).body("items.size()", is(1));
        assertFalse(second.path("items[0].id").equals(first.path("items[0].id")));
        String after = theProgram()
                .get("/events?pageSize=1&after={c}", (String) first.path("nextCursor"))
                .path("items[0].id");
        assertEquals(after, second.path("items[0].id"));
    }

    @Test
    void onePlaceIsEnough() {
        String cursor = theProgram().get("/events?pageSize=1").path("nextCursor");
        isProblem(theProgram().get("/events?after={c}&cursor={c}", cursor, cursor), 400);
    }

    @Test
    void whatWasHiddenIsToldToComeBack() {
        String topic = aTopic().hidden();
        as("staff1").step("/topics/{id}/restore", topic).then().statusCode(200);
        assertEquals(List.of("topic.created", "topic.hidden", "topic.restored"), types(topic));
    }

    @Test
    void aReplysHidingIsToldWithoutItsAuthor() {
        String topic = aTopic().posted();
        String reply = as("resident2")
                .post("/topics/{id}/replies", Map.of("body", "我家也是。"), topic)
                .path("id");
        String thing = "/topics/{id}/replies/{r}/";
        as("staff1")
                .post(thing + "hide", Map.of("reason", "含有他人隐私。"), topic, reply)
                .then()
                .statusCode(200);
        as("staff1").step(thing + "restore", topic, reply).then().statusCode(200);
        assertEquals(List.of("topic.replied", "topic.reply_hidden", "topic.reply_restored"), types(reply));
        String author = as("resident2").id().toString();
        assertTrue(
                Feed.about(reply).stream().noneMatch(e -> e.whole().toString().contains(author)));
    }

    private List<String> types(String thing) {
        events.settle();
        return Feed.about(thing).stream().map(Feed.Item::type).toList();
    }
}
