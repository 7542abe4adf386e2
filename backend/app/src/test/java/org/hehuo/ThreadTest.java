package org.hehuo;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hehuo.BadInputTest.isProblem;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.aPasserBy;
import static org.hehuo.Persona.as;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said beneath a topic: who quotes whom, in which order, and what is new. */
@RealTest
class ThreadTest {
    @Test
    void aQuoteShowsWhoSaidWhatAndNamesNobodyWhoGaveNoName() {
        String topic = aTopic().anonymous().posted();
        String named = say("resident2", topic, "三单元也是。", null);
        String quiet = say("resident1", topic, "是我家楼下。", named);
        String last = say("resident3", topic, "同意楼上。", quiet);
        thread(topic)
                .body(of(quiet) + ".quote.id", is(named))
                .body(of(quiet) + ".quote.excerpt", is("三单元也是。"))
                .body(of(last) + ".quote.excerpt", is("是我家楼下。"))
                .body(of(last) + ".quote.author.displayName", is("匿名居民"))
                .body(of(named) + ".quote", nullValue());
    }

    @Test
    void whatIsHiddenIsNoLongerQuotedAndQuotesNobody() {
        String topic = aTopic().posted();
        String said = say("resident2", topic, "不该说的话。", null);
        String quoting = say("resident3", topic, "同意。", said);
        hide(topic, said);
        thread(topic)
                .body(of(quoting) + ".quote.id", is(said))
                .body(of(quoting) + ".quote.excerpt", nullValue())
                .body(of(quoting) + ".quote.author.displayName", is(""));
        refused(topic, said);
        hide(topic, quoting);
        thread(topic).body(of(quoting) + ".quote", nullValue());
    }

    @Test
    void aQuoteStaysInItsThread() {
        String one = aTopic().posted();
        String other = aTopic().by("resident2").posted();
        String there = say("resident2", other, "在那边说的。", null);
        refused(one, there);

        String here = say("resident2", one, "在这边说的。", null);
        as("staff1")
                .post("/topics/{id}/merge", Map.of("intoId", other), one)
                .then()
                .statusCode(200);
        var both = Map.of("body", "两边都对。", "parentId", here, "quoteId", there);
        String answer =
                as("resident4").post("/topics/{id}/replies", both, other).path("id");
        thread(other).body(of(answer) + ".quote.excerpt", is("在那边说的。"));
        thread(one).body(of(answer) + ".quote.excerpt", is("在那边说的。"));
        as("staff1").step("/topics/{id}/unmerge", one).then().statusCode(200);
        thread(one).body(of(answer) + ".body", is("两边都对。")).body(of(answer) + ".quote", nullValue());
    }

    @Test
    void theLastSaidComesFirstWhereThatIsAskedFor() {
        String topic = aTopic().posted();
        String first = say("resident2", topic, "第一条。", null);
        String second = say("resident3", topic, "第二条。", null);
        String answer = as("resident4")
                .post("/topics/{id}/replies", Map.of("body", "回第一条。", "parentId", first), topic)
                .path("id");
        thread(topic).body("items.id", contains(first, answer, second));
        String newest = "/topics/{id}/replies?sort=-createdAt&pageSize=2";
        var page = aPasserBy().get(newest, topic);
        page.then().body("items.id", contains(answer, second));
        aPasserBy()
                .get(newest + "&cursor={c}", topic, page.path("nextCursor"))
                .then()
                .body("items.id", contains(first));
    }

    @Test
    void newIsWhatOthersSaidAndWhatWasDoneSince() {
        String topic = aTopic().posted();
        say("resident2", topic, "早就说过的。", null);
        String since = aPasserBy()
                .get("/topics/{id}/news", topic)
                .then()
                .body("replies", is(0))
                .body("steps", is(0))
                .extract()
                .path("asOf");
        say("resident2", topic, "刚说的。", null);
        hide(topic, say("resident3", topic, "不该说的话。", null));
        as("staff1").step("/topics/{id}/accept", topic).then().statusCode(200);
        String news = "/topics/{id}/news?since={since}";
        aPasserBy().get(news, topic, since).then().body("replies", is(1)).body("steps", is(1));
        as("resident2").get(news, topic, since).then().body("replies", is(0));
        aPasserBy().get(news, topic, "2999-01-01T00:00:00Z").then().body("replies", is(0));
        isProblem(aPasserBy().get(news, topic, "-999999-01-01T00:00:00Z"), 400);
        isProblem(aPasserBy().get(news, topic, "yesterday"), 400);
        isProblem(aPasserBy().get("/topics/{id}/replies?sort=body", topic), 400);
    }

    private static void refused(String topic, String quoted) {
        var answer = as("resident4").post("/topics/{id}/replies", form("引一句。", quoted), topic);
        isProblem(answer, 422);
        answer.then().body("violations.field", contains("quoteId"));
    }

    private static ValidatableResponse thread(String topic) {
        return aPasserBy().get("/topics/{id}/replies", topic).then().statusCode(200);
    }

    private static String of(String reply) {
        return "items.find { it.id == '" + reply + "' }";
    }

    private static void hide(String topic, String reply) {
        as("staff1")
                .post("/topics/{id}/replies/{r}/hide", Map.of("reason", "含有他人隐私。"), topic, reply)
                .then()
                .statusCode(200);
    }

    private static String say(String who, String topic, String words, @Nullable String quoted) {
        return as(who).post("/topics/{id}/replies", form(words, quoted), topic)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static Map<String, ?> form(String words, @Nullable String quoted) {
        var form = new HashMap<String, String>(Map.of("body", words));
        if (quoted != null) form.put("quoteId", quoted);
        return form;
    }
}
