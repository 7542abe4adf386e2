package org.hehuo;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.aPasserBy;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two topics that say the same become one, and two again; nobody counts twice, and nothing is lost. */
@RealTest
class TopicMergesTest {
    @Test
    void supportersCountOnceAndBothThreadsStayReadable() {
        String one = aTopic().titled("三单元的灯不亮").posted();
        String other = aTopic().titled("楼道灯坏了").by("resident2").accepted();
        List.of("resident3", "resident4").forEach(who -> support(who, one));
        List.of("resident4", "resident5").forEach(who -> support(who, other));
        String said = reply("resident3", one, "我也摔过一跤。");
        String there = reply("resident4", other, "二单元也是。");

        as("staff1")
                .post("/topics/{id}/merge", Map.of("intoId", other), one)
                .then()
                .statusCode(200)
                .body("state", is("merged"))
                .body("mergedInto", is(other))
                .body("supportCount", is(2));
        aPasserBy()
                .get("/topics/{id}", other)
                .then()
                .body("supportCount", is(3))
                .body("replyCount", is(2))
                .body("merged.id", contains(one));
        aPasserBy().get("/topics/{id}/replies", one).then().body("items.id", contains(said));
        aPasserBy()
                .get("/topics/{id}/replies", other)
                .then()
                .body("items.id", containsInAnyOrder(said, there))
                .body("items.find { it.id == '" + said + "' }.fromTopic", is(one));
        aPasserBy().get("/topics?pageSize=100").then().body("items.id", not(hasItem(one)));
        as("resident5")
                .put("/topics/{id}/support", Map.of(), one)
                .then()
                .statusCode(409)
                .body("state", is("merged"));
        as("resident5")
                .post("/topics/{id}/replies", Map.of("body", "还有我。"), one)
                .then()
                .statusCode(409);

        String answer = as("resident5")
                .post("/topics/{id}/replies", Map.of("body", "要紧吗？", "parentId", said), other)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as("staff1")
                .step("/topics/{id}/unmerge", one)
                .then()
                .statusCode(200)
                .body("state", is("open"))
                .body("supportCount", is(2));
        aPasserBy()
                .get("/topics/{id}", other)
                .then()
                .body("supportCount", is(2))
                .body("replyCount", is(1));
        aPasserBy().get("/topics/{id}/replies", one).then().body("items.id", contains(said, answer));
    }

    @Test
    void whoGaveNoNameIsNotNamedWhereItWasMerged() {
        String quiet = aTopic().anonymous().posted();
        String into = aTopic().by("resident2").posted();
        String said = reply("resident2", quiet, "是哪一栋？");
        as("staff1")
                .post("/topics/{id}/merge", Map.of("intoId", into), quiet)
                .then()
                .statusCode(200);
        String answer = as("resident1")
                .post("/topics/{id}/replies", Map.of("body", "三号楼。", "parentId", said), into)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String author = "items.find { it.id == '" + answer + "' }.author.displayName";
        aPasserBy().get("/topics/{id}/replies", into).then().body(author, is("匿名居民"));
        as("staff1")
                .post("/topics/{id}/replies/{reply}/hide", Map.of("reason", "重复。"), quiet, said)
                .then()
                .statusCode(200);
    }

    @Test
    void itIsMergedOnlyIntoWhatTheStaffAnswer() {
        String topic = aTopic().posted();
        String elsewhere = aTopic().in(Town.ELSEWHERE).posted();
        String ended = aTopic().resolved();
        for (String into : List.of(elsewhere, ended, "T-2026-999999", topic)) {
            as("staff1")
                    .post("/topics/{id}/merge", Map.of("intoId", into), topic)
                    .then()
                    .statusCode(422)
                    .body("violations.field", is(List.of("intoId")));
        }
        String few = aTopic().with("visibility", "members").posted();
        as("staff1")
                .post("/topics/{id}/merge", Map.of("intoId", few), topic)
                .then()
                .statusCode(422)
                .body("violations.code", is(List.of("other_readers")));
    }

    @Test
    void whoMergeCrosswiseDoNotBothSucceed() {
        String one = aTopic().posted();
        String other = aTopic().posted();
        var got = Together.each(
                2,
                i -> as("staff1")
                        .post("/topics/{id}/merge", Map.of("intoId", i == 0 ? other : one), i == 0 ? one : other)
                        .statusCode());
        assertEquals(Set.of(200, 422), Set.copyOf(got));
    }

    /** What each topic should show, worked out from who said what where. */
    private static final class Model {
        final Map<String, Set<String>> supporters = new HashMap<>();
        final Map<String, Set<String>> replies = new HashMap<>();
        final Map<String, String> into = new HashMap<>();

        String root(String topic) {
            return into.containsKey(topic) ? root(into.get(topic)) : topic;
        }

        Set<String> of(Map<String, Set<String>> kept, String topic) {
            var all = new TreeSet<String>();
            kept.forEach((home, some) -> {
                if (isIn(home, topic)) all.addAll(some);
            });
            return all;
        }

        private boolean isIn(String home, String topic) {
            return home.equals(topic) || (into.containsKey(home) && isIn(into.get(home), topic));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void inAnyOrderSetsAreRightAndNothingIsLost(int seed) {
        var random = new Random(seed);
        var topics = IntStream.range(0, 4).mapToObj(i -> aTopic().posted()).toList();
        var model = new Model();
        for (int i = 0; i < 18; i++) {
            String topic = topics.get(random.nextInt(topics.size()));
            String who = "resident" + (3 + random.nextInt(4));
            switch (random.nextInt(5)) {
                case 0, 1 -> supports(model, who, topic);
                case 2 -> withdraws(model, who, topic);
                case 3 -> says(model, who, topic);
                default -> mergesOrSeparates(model, topic, topics.get(random.nextInt(topics.size())));
            }
            topics.forEach(each -> isAsItShouldBe(model, each));
        }
    }

    private static void supports(Model model, String who, String topic) {
        int status = as(who).put("/topics/{id}/support", Map.of(), topic).statusCode();
        assertEquals(model.into.containsKey(topic) ? 409 : 200, status);
        if (status == 200)
            model.supporters.computeIfAbsent(topic, t -> new HashSet<>()).add(who);
    }

    /** Whoever takes it back does so for all that it stands for now. */
    private static void withdraws(Model model, String who, String topic) {
        as(who).delete("/topics/{id}/support", topic).then().statusCode(200);
        if (model.into.containsKey(topic)) return;
        model.supporters.forEach((home, some) -> {
            if (model.isIn(home, topic)) some.remove(who);
        });
    }

    private static void says(Model model, String who, String topic) {
        if (model.into.containsKey(topic)) return;
        model.replies.computeIfAbsent(topic, t -> new HashSet<>()).add(reply(who, topic, "我家也是。"));
    }

    private static void mergesOrSeparates(Model model, String topic, String other) {
        if (model.into.containsKey(topic)) {
            as("staff1").step("/topics/{id}/unmerge", topic).then().statusCode(200);
            model.into.remove(topic);
            return;
        }
        boolean possible = !topic.equals(other) && !model.into.containsKey(other);
        as("staff1")
                .post("/topics/{id}/merge", Map.of("intoId", other), topic)
                .then()
                .statusCode(possible ? 200 : 422);
        if (possible) model.into.put(topic, other);
    }

    private static void isAsItShouldBe(Model model, String topic) {
        var seen = as("resident3").get("/topics/{id}", topic).jsonPath();
        var supporters = model.of(model.supporters, topic);
        assertEquals(supporters.size(), seen.getInt("supportCount"), topic);
        assertEquals(model.of(model.replies, topic).size(), seen.getInt("replyCount"), topic);
        assertEquals(model.into.get(topic), seen.getString("mergedInto"), topic);
        if (model.into.containsKey(topic)) return;
        assertEquals(supporters.contains("resident3"), seen.getBoolean("supportedByMe"), topic);
        var thread = new TreeSet<>(aPasserBy()
                .get("/topics/{id}/replies?pageSize=100", topic)
                .jsonPath()
                .getList("items.id", String.class));
        assertEquals(model.of(model.replies, topic), thread, topic);
    }

    private static void support(String who, String topic) {
        as(who).put("/topics/{id}/support", Map.of(), topic).then().statusCode(200);
    }

    private static String reply(String who, String topic, String text) {
        return as(who).post("/topics/{id}/replies", Map.of("body", text), topic)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
