package org.hehuo;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Whoever follows a place, or a kind of concern, hears what is new there and what was solved. */
@RealTest
class AreaFollowTest {
    @Test
    void whatIsNewAndWhatWasSolvedIsToldUpTheAreas() {
        var onlooker = follower(Town.STREET);
        String topic = aTopic().resolved();
        told(onlooker, topic, "topic.created", "topic.resolved");
        onlooker.get("/me/follows").then().body("items.subject.kind", is(List.of("area")));
        onlooker.get("/me/follows/{id}", Town.STREET).then().body("following", is(true));
        onlooker.get("/me/follows/{id}", Town.HOME).then().body("following", is(false));
    }

    @Test
    void aCategoryStandsForItsLeavesAndNobodyIsToldTwice() {
        var onlooker = follower(Town.HOME, "PWR", "PWR01");
        String topic = aTopic().posted();
        told(onlooker, topic, "topic.created");
        String elsewhere = aTopic().in(Town.ELSEWHERE).posted();
        told(onlooker, elsewhere, "topic.created");
    }

    @Test
    void whatFewReadIsNotToldAndWhatIsHeldOnlyWhenItIsShown() {
        var onlooker = follower(Town.HOME);
        String few = aTopic().with("visibility", "members").posted();
        as("admin1").put("/moderation/words/{word}", Map.of(), "满嘴胡言").then().statusCode(200);
        String held = aTopic().with("body", "物业满嘴胡言。").posted();
        String last = aTopic().posted();
        told(onlooker, last, "topic.created");
        told(onlooker, few);
        told(onlooker, held);
        as("staff1").step("/topics/{id}/restore", held).then().statusCode(200);
        told(onlooker, held, "topic.released");
    }

    @Test
    void whoComesToATopicIsNotToldThatItIsNew() {
        var onlooker = follower();
        for (int i = 0; i < 5; i++) {
            String topic = aTopic().posted();
            onlooker.put("/me/follows/{id}", Map.of(), topic).then().statusCode(200);
            as("staff1").step("/topics/{id}/accept", topic).then().statusCode(200);
            told(onlooker, topic, "topic.accepted");
        }
    }

    @Test
    void whoStopsToFollowTheTopicOrTheAreaHearsNoMore() {
        var onlooker = follower(Town.HOME);
        String topic = aTopic().accepted();
        told(onlooker, topic, "topic.created");
        onlooker.delete("/me/follows/{id}", topic).then().statusCode(200);
        as("staff1")
                .post("/topics/{id}/resolve", Map.of("outcome", "solved", "text", "灯已修好。"), topic)
                .then()
                .statusCode(200);
        String next = aTopic().posted();
        told(onlooker, next, "topic.created");
        told(onlooker, topic, "topic.created");
        onlooker.delete("/me/follows/{id}", Town.HOME).then().statusCode(200);
        String unheard = aTopic().posted();
        as("resident1").get("/topics/{id}", unheard).then().statusCode(200);
        as("staff1").get("/me").then().body("areas.code", hasItem(Town.HOME));
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .until(() -> !types("staff1", unheard).isEmpty());
        told(onlooker, unheard);
    }

    @Test
    void whatIsNowhereIsNotFollowed() {
        as("resident2").put("/me/follows/{id}", Map.of(), "999999").then().statusCode(404);
        as("resident2").get("/me/follows/{id}", "XYZ99").then().statusCode(404);
    }

    private static Persona follower(String... places) {
        var person = Realm.newcomer("邻居谷雨").arrives();
        for (String place : places)
            person.put("/me/follows/{id}", Map.of(), place).then().statusCode(200);
        return person;
    }

    private static void told(Persona who, String topic, String... types) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertEquals(List.of(types), types(who.account(), topic)));
    }

    private static List<String> types(String who, String topic) {
        return new Persona(who)
                .get("/me/notifications?pageSize=100")
                .jsonPath()
                .getList("items.findAll { it.subject.id == '" + topic + "' }.type.reverse()", String.class);
    }
}
