package org.hehuo;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hehuo.Given.aProject;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A link that is passed on shows what it leads to, and nothing that is not for everybody. */
@RealTest
class ShareTest {

    private static String page(String path) {
        return given().get(path)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .extract()
                .asString();
    }

    @Test
    void aTopicsLinkShowsItsTitleWordsAndPicture() {
        String photo = APicture.uploadedBy("resident1");
        String topic = aTopic().titled("灯 <b>\"坏\"</b> & $1 了")
                .with("body", "跺脚也不亮。".repeat(60))
                .with("photoIds", List.of(photo))
                .posted();
        String page = page("/topics/" + topic);
        assertTrue(page.contains("<title>灯 &lt;b&gt;&quot;坏&quot;&lt;/b&gt; &amp; $1 了</title>"), page);
        assertTrue(page.contains("property=\"og:image\" content=\"http://localhost:"), page);
        assertTrue(page.contains("/api/v1/photos/" + photo + "/medium\""), page);
        assertTrue(page.contains("跺脚也不亮。…\"") || page.contains("…\" />"), page);
        assertFalse(page.contains("<b>"), page);
    }

    @Test
    void whatIsNotForEverybodyShowsNothing() {
        String hidden = aTopic().titled("不给人看的事").posted();
        as("staff1")
                .post("/topics/{id}/hide", Map.of("reason", "含有他人隐私。"), hidden)
                .then()
                .statusCode(200);
        assertEquals(page("/topics/T-2026-999999"), page("/topics/" + hidden));
        String drafted = aProject().titled("没发布的").drafted();
        assertEquals(page("/projects/P-2026-999999"), page("/projects/" + drafted));
        assertFalse(page("/about").contains("og:title"));
    }

    @Test
    void whatIsHiddenIsGoneFromALinkThatWasOpened() {
        String topic = aTopic().titled("刚刚还看得到的事").posted();
        assertTrue(page("/topics/" + topic).contains("刚刚还看得到的事"));
        as("staff1")
                .post("/topics/{id}/hide", Map.of("reason", "含有他人隐私。"), topic)
                .then()
                .statusCode(200);
        await().atMost(Duration.ofSeconds(3))
                .until(() -> !page("/topics/" + topic).contains("刚刚还看得到的事"));
    }

    @Test
    void aProjectsAndAPartnersLinkShowTheirNames() {
        assertTrue(page("/projects/" + aProject().titled("电亮微行动").published()).contains("<title>电亮微行动</title>"));
        String partner = Town.partnerOf("partner1");
        String name = as("partner1").get("/partners/{id}", partner).path("name");
        assertTrue(page("/partners/" + partner).contains(name));
    }
}
