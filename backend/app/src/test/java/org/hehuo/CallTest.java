package org.hehuo;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hehuo.Given.aCall;
import static org.hehuo.Given.anApplication;
import static org.hehuo.Persona.aPasserBy;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hehuo.kernel.time.Sweeper;
import org.hehuo.kernel.time.Time;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The district calls for partners (S1). */
@RealTest
class CallTest {
    @Inject
    Time time;

    @Inject
    Sweeper sweeper;

    @AfterEach
    void now() {
        time.moveAhead(Duration.ZERO);
    }

    @Test
    void aDraftIsTheDistrictsOwnUntilItIsPublished() {
        String call = aCall().drafted();
        aPasserBy().get("/calls/{id}", call).then().statusCode(404);
        aPasserBy().get("/calls?pageSize=100").then().body("items.id", not(hasItem(call)));
        as("admin1").get("/calls/{id}", call).then().body("allowedActions", hasItem("publish"));
        as("admin1")
                .step("/calls/{id}/publish", call)
                .then()
                .statusCode(200)
                .body("state", is("published"))
                .body("publishedAt", not(nullValue()));
        aPasserBy()
                .get("/calls/{id}", call)
                .then()
                .statusCode(200)
                .body("fields.name", is(List.of("社区治理")))
                .body("answers", is(0))
                .body("allowedActions", empty());
        as("resident1").get("/calls/{id}", call).then().body("allowedActions", is(List.of("apply")));
        aPasserBy().get("/calls?state=published&pageSize=100").then().body("items.id", hasItem(call));
    }

    @Test
    void itIsChangedUntilItIsClosed() {
        String call = aCall().published();
        String etag = as("admin1").get("/calls/{id}", call).header("ETag");
        as("admin1")
                .patch(etag, "/calls/{id}", Map.of("title", "再召集"), call)
                .then()
                .statusCode(200)
                .body("title", is("再召集"));
        as("admin1")
                .patch(etag, "/calls/{id}", Map.of("title", "又召集"), call)
                .then()
                .statusCode(412);
        as("admin1")
                .step("/calls/{id}/close", call)
                .then()
                .statusCode(200)
                .body("state", is("closed"))
                .body("closedAt", not(nullValue()));
        String closed = as("admin1").get("/calls/{id}", call).header("ETag");
        as("admin1")
                .patch(closed, "/calls/{id}", Map.of("title", "晚了"), call)
                .then()
                .statusCode(409)
                .body("state", is("closed"));
    }

    @Test
    void itClosesWhenItsLastDayIsOver() {
        var lastDay = LocalDate.now(Realm.ZONE).plusDays(2);
        String call = aCall().with("closesOn", lastDay.toString()).published();
        time.moveAhead(Duration.ofDays(2));
        sweeper.sweep();
        aPasserBy().get("/calls/{id}", call).then().body("state", is("published"));
        time.moveAhead(Duration.ofDays(3));
        sweeper.sweep();
        aPasserBy().get("/calls/{id}", call).then().body("state", is("closed"));
    }

    @Test
    void aDayThatIsOverIsRefused() {
        as("admin1")
                .post(
                        "/calls",
                        Map.of(
                                "title",
                                "召集",
                                "body",
                                "来",
                                "areaCode",
                                Town.DISTRICT,
                                "fieldCodes",
                                List.of(),
                                "categoryCodes",
                                List.of(),
                                "closesOn",
                                "2020-04-01"))
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("closesOn"));
    }

    @Test
    void whoAnswersIsCountedByDay() {
        String call = aCall().published();
        anApplication().with("callId", call).submitted();
        String second = anApplication().with("callId", call).submitted();
        aPasserBy().get("/calls/{id}", call).then().body("answers", is(2)).body("answersByDay.count", is(List.of(2)));
        as("resident1")
                .step("/partner-applications/{id}/withdraw", second)
                .then()
                .statusCode(200);
        aPasserBy().get("/calls/{id}", call).then().body("answers", is(1));
    }

    @Test
    void aClosedOneTakesNoAnswers() {
        anApplication()
                .with("callId", aCall().closed())
                .sent()
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("callId"));
    }

    @Test
    void itsQrCodeLeadsToItsPage() throws Exception {
        String call = aCall().published();
        String svg = aPasserBy()
                .get("/calls/{id}/qr.svg", call)
                .then()
                .statusCode(200)
                .contentType("image/svg+xml")
                .extract()
                .asString();
        assertEquals("http://localhost:" + RestAssured.port + "/calls/" + call, Qr.read(svg));
    }

    @Test
    void itsPosterShowsItsCover() throws Exception {
        String call = aCall().with("photoId", APicture.uploadedBy("admin1")).published();
        byte[] pdf = aPasserBy().get("/calls/{id}/poster.pdf", call).asByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            int pictures = 0;
            var drawn = document.getPage(0).getResources();
            for (var name : drawn.getXObjectNames()) {
                if (drawn.isImageXObject(name)) pictures++;
            }
            assertEquals(2, pictures, "the cover, and the code that leads to its page");
            assertEquals(1, document.getNumberOfPages());
        }
    }

    @Test
    void itsPosterCanBePrinted() throws Exception {
        String call = aCall().published();
        byte[] pdf = aPasserBy()
                .get("/calls/{id}/poster.pdf", call)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertTrue(text.contains("让城市成为合伙人"), text);
            assertTrue(text.contains("• 会修灯的"), text);
            assertTrue(text.contains("/calls/" + call), text);
            assertEquals(1, document.getNumberOfPages());
            // A4 is 210 mm wide; a point is a 72nd of an inch.
            assertEquals(210, document.getPage(0).getMediaBox().getWidth() / 72 * 25.4, 0.5);
        }
    }

    @Test
    void itsLinkShowsWhatItIsAbout() {
        String call = aCall().published();
        RestAssured.get("/calls/" + call)
                .then()
                .statusCode(200)
                .body(containsString("<meta property=\"og:title\" content=\"让城市成为合伙人"))
                .body(containsString("我们在找 会修灯的 会种树的"));
        RestAssured.get("/calls/" + aCall().drafted()).then().body(not(containsString("让城市成为合伙人")));
    }
}
