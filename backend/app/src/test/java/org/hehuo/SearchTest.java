package org.hehuo;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hehuo.BadInputTest.isProblem;
import static org.hehuo.Given.aPartner;
import static org.hehuo.Given.aProject;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.aPasserBy;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hehuo.kernel.time.Sweeper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is looked for is found: by one character, a part of a word, however wide or large it is written. */
@RealTest
class SearchTest {
    @Inject
    Sweeper sweeper;

    /** A text that nothing else has, for its last word is new each time. */
    private static String posted(String title, String body, String word) {
        return aTopic().titled(title).with("body", body + " " + word).posted();
    }

    private static List<String> found(String address, Object... words) {
        return aPasserBy()
                .get(address, words)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"鵲", "鵲巢", "巢橋", "鵲巢橋", "橋", "WiFi6", "wifi", "ＷＩＦＩ６", "iFi6", "鵲 wifi", "6號樓 鵲", "鵲巢，橋！"})
    void aTopicIsFoundByAnyPartOfItsText(String words) {
        String topic = posted("院里的鵲巢橋", "WiFi6 信號到不了 6號樓。鵲", "x");
        assertTrue(found("/topics?pageSize=100&q={q}", words).contains(topic), words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"橋鵲", "巢鵲", "wifi7", "鵲 麒", "fii"})
    void whatIsNotInItIsNot(String words) {
        String topic = posted("院里的鵲巢橋", "WiFi6 信號到不了", "x");
        assertTrue(!found("/topics?pageSize=100&q={q}", words).contains(topic), words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"？！", "%", "_", "'", "\\", "&|!():*", "😀"})
    void signsAloneFindNothing(String words) {
        posted("百分之百%_'的事", "&|!():*", "x");
        for (String list : List.of("/topics", "/projects", "/partners", "/suggestions")) {
            aPasserBy()
                    .request()
                    .queryParam("q", words)
                    .get(list)
                    .then()
                    .statusCode(200)
                    .body("items", empty());
        }
    }

    @Test
    void aThingIsFoundByItsNumber() {
        String topic = aTopic().posted();
        String project = aProject().published();
        assertEquals(topic, found("/topics?q={q}", topic).getFirst());
        assertEquals(
                project,
                found("/projects?q={q}", project.toLowerCase(java.util.Locale.ROOT))
                        .getFirst());
    }

    @Test
    void theTitleCountsMostThenTheNewest() {
        String word = "獬" + "豸";
        String inTitle = posted("門口的" + word, "石頭的", "x");
        String first = posted("第一件", "說的是" + word + "，在門口", "x");
        String second = posted("第二件", "也是" + word, "x");
        assertEquals(
                List.of(inTitle, second, first), found("/topics?q={q}", word).subList(0, 3));
        assertEquals(
                List.of(second, first, inTitle),
                found("/topics?sort=-createdAt&q={q}", word).subList(0, 3));
        aPasserBy()
                .get("/topics?q={q}", word)
                .then()
                .body("items.find { it.id == '" + first + "' }.excerpt", containsString(word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ＱＩＬＩＮ７", "qilin7", "QiLin７"})
    void aTitleCountsHoweverWideItIsWritten(String words) {
        String inTitle = posted("石像旁的ＱiＬin7 沒信號", "黑", "x");
        String inText = posted("石像", "旁邊的 ＱＩＬＩＮ７，沒信號", "x");
        var found = found("/topics?pageSize=100&q={q}", words);
        assertTrue(found.indexOf(inTitle) < found.indexOf(inText), found::toString);
        aPasserBy()
                .get("/topics?q={q}", words)
                .then()
                .body("items.find { it.id == '" + inText + "' }.excerpt", containsString("ＱＩＬＩＮ７"));
        aPasserBy().get("/suggestions?q={q}", words).then().body("items.id", hasItem(inTitle));
    }

    @Test
    void aSearchIsReadOnPageByPageWithItsFilters() {
        String word = "饕餮";
        var all = new ArrayList<String>();
        for (int i = 0; i < 5; i++) all.add(posted(i % 2 == 0 ? word : "別的", word, "x"));
        var read = new ArrayList<String>();
        String next = "";
        for (String address = "/topics?pageSize=2&state=open&area=" + Town.HOME + "&q={q}"; ; ) {
            var page = aPasserBy().get(address + next, word).jsonPath();
            read.addAll(page.getList("items.id", String.class));
            if (page.getString("nextCursor") == null) break;
            next = "&cursor=" + page.getString("nextCursor");
        }
        assertEquals(read.size(), read.stream().distinct().count());
        assertTrue(read.containsAll(all), read::toString);
        aPasserBy().get("/topics?state=closed&q={q}", word).then().body("items.id", not(hasItem(all.getFirst())));
    }

    @Test
    void whatOthersMayNotSeeIsNotFound() {
        String word = "貔貅";
        String hidden = posted(word, word, "x");
        as("staff1")
                .post("/topics/{id}/hide", Map.of("reason", "含有他人隐私。"), hidden)
                .then()
                .statusCode(200);
        String draft = aProject().titled(word).drafted();
        assertTrue(!found("/topics?q={q}", word).contains(hidden));
        assertTrue(!found("/projects?q={q}", word).contains(draft));
        aPasserBy()
                .get("/suggestions?q={q}", word)
                .then()
                .body("items.id", not(hasItem(hidden)))
                .body("items.id", not(hasItem(draft)));
    }

    @Test
    void titlesAreOfferedWhileOneTypes() {
        String topic = posted("麒麟路的燈", "黑", "x");
        String project = aProject().titled("點亮麒麟路").published();
        var offered = aPasserBy().get("/suggestions?q={q}", "麒").jsonPath();
        assertEquals("topic", offered.getString("items.find { it.id == '" + topic + "' }.kind"));
        assertEquals("project", offered.getString("items.find { it.id == '" + project + "' }.kind"));
        isProblem(aPasserBy().get("/suggestions"), 400);
        isProblem(aPasserBy().get("/suggestions?q=" + "x".repeat(61)), 400);
    }

    @Test
    void whatWasSaidAlreadyIsOfferedForMeToo() {
        String lamp = posted("三單元樓道感應燈不亮了", "黑", "x");
        String other = posted("廣場舞音響太吵", "吵", "x");
        var alike = found("/topics/similar?title={t}&area={a}", "樓道的感應燈不亮", Town.HOME);
        assertTrue(alike.contains(lamp), alike::toString);
        assertTrue(!alike.contains(other) && alike.size() <= 5, alike::toString);
        assertTrue(!found("/topics/similar?title={t}&area={a}", "樓道的感應燈不亮", "370202")
                .contains(lamp));
        aPasserBy().get("/topics/similar?title={t}", "？").then().statusCode(200).body("items", empty());
        isProblem(aPasserBy().get("/topics/similar"), 400);
    }

    @Test
    void whatIsNearComesByItsDistance() {
        String near =
                aTopic().with("position", Map.of("lat", -41.0, "lon", 20.001)).posted();
        String nearest =
                aTopic().with("position", Map.of("lat", -41.0, "lon", 20.0)).posted();
        String far =
                aTopic().with("position", Map.of("lat", -41.5, "lon", 20.0)).posted();
        var list = aPasserBy().get("/topics?near=-41.0,20.0,1000").then().statusCode(200);
        list.body("items.distance", everyItem(lessThan(1001)));
        var ids = list.extract().jsonPath().getList("items.id");
        assertTrue(ids.indexOf(nearest) < ids.indexOf(near), ids::toString);
        assertTrue(!ids.contains(far));
        list.body("items.find { it.id == '" + near + "' }.position.lon", is(20.001f));
        assertEquals(84, list.extract().jsonPath().getInt("items.find { it.id == '" + near + "' }.distance"), 1);
    }

    @ParameterizedTest
    @CsvSource({"'36,120'", "'91,120,5'", "'36,181,5'", "'36,120,20001'", "'a,b,c'", "'36,120,-5'"})
    void aPlaceThatIsNoneIsRefused(String near) {
        var answer = aPasserBy().get("/topics?near={n}", near);
        isProblem(answer, 400);
        answer.then().body("violations.field", hasItem("near"));
    }

    @Test
    void relevanceIsForSearchesOnly() {
        isProblem(aPasserBy().get("/topics?sort=relevance"), 400);
        isProblem(aPasserBy().get("/topics?sort=distance"), 400);
        aPasserBy().get("/topics?sort=relevance&q=灯").then().statusCode(200);
    }

    @Test
    void aPartnerIsFoundByItsName() {
        as("staff1");
        String name = as("partner1").get("/me").path("memberships[0].partner.name");
        aPasserBy()
                .get("/partners?q={q}", "物 " + name.substring(name.indexOf('·') + 3))
                .then()
                .statusCode(200)
                .body("items.name", hasItem(is(name)));
    }

    @Test
    void aPartnerIsFoundByTheInitialsOfItsName() {
        String id = aPartner().named("中国重汽青岛银行支行").joined();
        sweeper.sweep();
        for (String typed : List.of("zgzq", "ZGZQQDYH", "qdyx", "yhzh")) {
            aPasserBy().get("/partners?q={q}", typed).then().body("items.id", hasItem(id));
            aPasserBy().get("/suggestions?q={q}", typed).then().body("items.id", hasItem(id));
        }
    }
}
