package org.hehuo;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hehuo.APicture.aPicture;
import static org.hehuo.Given.aProject;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.aPasserBy;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hehuo.kernel.time.Sweeper;
import org.hehuo.kernel.time.Time;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Pictures: who may send them, who sees them, and what becomes of those that nobody uses. */
@RealTest
class PhotoTest {
    @Inject
    Sweeper sweeper;

    @Inject
    Time time;

    @Inject
    Jdbi jdbi;

    private static Response upload(String who, byte[] picture) {
        return as(who).request()
                .multiPart("file", "lamp.jpg", picture, "image/jpeg")
                .post("/photos");
    }

    private static String uploaded(String who) {
        return APicture.uploadedBy(who);
    }

    private static Response look(Persona who, String photo) {
        return who.request().accept("image/webp,*/*").get("/photos/{id}/small", photo);
    }

    @Test
    void aPictureIsItsUploadersUntilItHangsOnATopic() {
        String photo = uploaded("resident1");
        look(as("resident1"), photo).then().statusCode(200).header("Cache-Control", is("private, no-store"));
        look(aPasserBy(), photo).then().statusCode(404);
        look(as("staff1"), photo).then().statusCode(404);

        String topic = aTopic().with("photoIds", List.of(photo)).posted();
        look(aPasserBy(), photo)
                .then()
                .statusCode(200)
                .contentType("image/webp")
                .header("Vary", "Accept")
                .header("Cache-Control", containsString("immutable"));
        aPasserBy()
                .get("/topics/{id}", topic)
                .then()
                .body("photos", hasSize(1))
                .body("photos[0].url", is("/api/v1/photos/" + photo + "/large"));
    }

    @Test
    void whoTookItSaysWhatItShows() {
        String photo = uploaded("resident1");
        String topic = aTopic().with("photoIds", List.of(photo)).posted();
        as("resident1")
                .post("/photos/{id}/describe", Map.of("alt", "三单元的灯"), photo)
                .then()
                .statusCode(200);
        aPasserBy().get("/topics/{id}", topic).then().body("photos[0].alt", is("三单元的灯"));
        as("staff1")
                .post("/photos/{id}/describe", Map.of("alt", "别的"), photo)
                .then()
                .statusCode(404);
        as("resident1")
                .post("/photos/{id}/describe", Map.of("alt", " "), photo)
                .then()
                .statusCode(422);
    }

    @Test
    void whoTakesNoWebpGetsJpeg() {
        String photo = uploaded("resident1");
        as("resident1").get("/photos/{id}/large", photo).then().contentType("image/jpeg");
    }

    @Test
    void aHiddenTopicsPictureIsGoneForOthers() {
        String photo = uploaded("resident1");
        String topic = aTopic().with("photoIds", List.of(photo)).posted();
        as("staff1")
                .post("/topics/{id}/hide", Map.of("reason", "含有他人隐私。"), topic)
                .then()
                .statusCode(200);
        look(aPasserBy(), photo).then().statusCode(404);
        look(as("staff2"), photo).then().statusCode(404);
        look(as("staff1"), photo).then().statusCode(200).header("Cache-Control", is("private, no-store"));
    }

    @Test
    void aHiddenReplysPictureIsGoneForOthers() {
        String photo = uploaded("resident2");
        String topic = aTopic().posted();
        String reply = as("resident2")
                .post("/topics/{id}/replies", Map.of("body", "我家也是。", "photoIds", List.of(photo)), topic)
                .then()
                .statusCode(201)
                .body("photos", hasSize(1))
                .extract()
                .path("id");
        look(aPasserBy(), photo).then().statusCode(200);
        as("staff1")
                .post("/topics/{id}/replies/{reply}/hide", Map.of("reason", "含有他人隐私。"), topic, reply)
                .then()
                .statusCode(200);
        look(aPasserBy(), photo).then().statusCode(404);
        aPasserBy().get("/topics/{id}/replies", topic).then().body("items[0].photos", hasSize(0));
    }

    @Test
    void nobodyHangsUpAnothersPicture() {
        String photo = uploaded("resident2");
        as("resident1")
                .post(
                        "/topics",
                        Map.of(
                                "title", "灯坏了",
                                "body", "跺脚也不亮。",
                                "areaCode", Town.HOME,
                                "category", "PWR01",
                                "photoIds", List.of(photo)))
                .then()
                .statusCode(422)
                .body("violations[0].field", is("photoIds"))
                .body("violations[0].code", is("not_found"));
    }

    @Test
    void theAuthorChangesThePicturesWhileTheTopicIsOpen() {
        String first = uploaded("resident1");
        String second = uploaded("resident1");
        String topic = aTopic().with("photoIds", List.of(first)).posted();
        String etag = as("resident1").get("/topics/{id}", topic).header("ETag");
        as("resident1")
                .patch(etag, "/topics/{id}", Map.of("photoIds", List.of(second)), topic)
                .then()
                .statusCode(200)
                .body("photos.id", is(List.of(second)));
        look(aPasserBy(), first).then().statusCode(404);
        etag = as("resident1").get("/topics/{id}", topic).header("ETag");
        as("resident1")
                .patch(etag, "/topics/{id}", Map.of("place", "1号楼"), topic)
                .then()
                .body("photos", hasSize(1));
    }

    @Test
    void aResultShowsHowItWasAndHowItIs() {
        String before = uploaded("resident1");
        String topic = aTopic().with("photoIds", List.of(before)).posted();
        String after = uploaded("partner1");
        String project = aProject().grownFrom(topic).begun();
        var lamps = Map.of("measure", "更换感应灯", "value", "8", "unit", "盏");
        var outcome = Map.of(
                "numbers", List.of(lamps),
                "story", "灯亮了。",
                "beforePhotoIds", List.of(before),
                "afterPhotoIds", List.of(after));
        as("partner1")
                .post("/projects/{id}/report-completion", Map.of("outcome", outcome), project)
                .then()
                .statusCode(200)
                .body("outcome.beforePhotoIds", is(List.of(before)))
                .body("outcome.afterPhotos.id", is(List.of(after)));
        look(aPasserBy(), after).then().statusCode(404);
        as("staff1").step("/projects/{id}/accept", project).then().statusCode(200);
        look(aPasserBy(), after).then().statusCode(200);
        aPasserBy().get("/projects/{id}/outcome", project).then().body("afterPhotoIds", is(List.of(after)));
    }

    @Test
    void progressHasPictures() {
        String photo = uploaded("partner1");
        String project = aProject().begun();
        as("partner1")
                .post("/projects/{id}/progress", Map.of("text", "线路通了。", "photoIds", List.of(photo)), project)
                .then()
                .statusCode(201)
                .body("photos.id", is(List.of(photo)));
        look(aPasserBy(), photo).then().statusCode(200);
    }

    @Test
    void anUploadThatIsRepeatedIsTheSame() {
        String key = UUID.randomUUID().toString();
        var picture = aPicture().of(64, 64).jpeg();
        String first = withKey(key, picture).then().statusCode(201).extract().path("id");
        withKey(key, picture)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", is(first));
        withKey(key, aPicture().of(65, 65).jpeg()).then().statusCode(422).body("code", is("idempotency.key_reused"));
        assertNotEquals(first, uploaded("resident1"));
    }

    private static Response withKey(String key, byte[] picture) {
        return as("resident1")
                .request()
                .header("Idempotency-Key", key)
                .multiPart("file", "a.jpg", picture, "image/jpeg")
                .post("/photos");
    }

    @Test
    void badUploadsAreRefusedWithWhatToDo() {
        upload("resident1", APicture.heic())
                .then()
                .statusCode(422)
                .body("violations[0].field", is("file"))
                .body("violations[0].code", is("heic"))
                .body("violations[0].message", not(containsString("violation.")));
        upload("resident1", new byte[11 * 1024 * 1024]).then().statusCode(413).body("code", is("too_large"));
        upload("resident1", new byte[10 * 1024 * 1024 + 1])
                .then()
                .statusCode(413)
                .body("code", is("too_large"));
        as("resident1")
                .request()
                .multiPart("picture", "a.jpg", aPicture().jpeg(), "image/jpeg")
                .post("/photos")
                .then()
                .statusCode(422)
                .body("violations[0].field", is("file"));
        aPasserBy()
                .request()
                .multiPart("file", "a.jpg", aPicture().jpeg(), "image/jpeg")
                .post("/photos")
                .then()
                .statusCode(401);
    }

    /** Neither beside the sizes that are shown, nor where uploads arrive. */
    @Test
    void whatWasUploadedIsNotKept() throws IOException {
        String photo = uploaded("resident1");
        var media = Path.of("target/media");
        assertEquals(
                6,
                files(media).stream().filter(f -> f.toString().contains(photo)).count());
        for (var folder : List.of(media, Path.of(System.getProperty("java.io.tmpdir"), "uploads"))) {
            await().untilAsserted(() -> assertEquals(List.of(), holding(folder, APicture.SECRET)));
        }
    }

    private static List<Path> holding(Path folder, String text) throws IOException {
        var found = new ArrayList<Path>();
        for (var file : files(folder)) {
            if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text)) found.add(file);
        }
        return found;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) return List.of();
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void aPictureCanSayWhatItShows() {
        as("resident1")
                .request()
                .multiPart("file", "a.jpg", aPicture().jpeg(), "image/jpeg")
                .multiPart("alt", "楼道里一盏不亮的灯", "text/plain; charset=utf-8")
                .post("/photos")
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body("alt", is("楼道里一盏不亮的灯"));
    }

    @Test
    void whatNobodyUsesForAWeekIsSwept() {
        String unused = uploaded("resident1");
        String used = uploaded("resident1");
        aTopic().with("photoIds", List.of(used)).posted();
        time.at(time.instant().plus(Duration.ofDays(6)), sweeper::sweep);
        assertEquals(200, look(as("resident1"), unused).statusCode());
        time.at(time.instant().plus(Duration.ofDays(8)), sweeper::sweep);
        assertEquals(404, look(as("resident1"), unused).statusCode());
        assertEquals(200, look(as("resident1"), used).statusCode());
    }

    /** Nobody fills the shelf day by day with what hangs nowhere. */
    @Test
    void nobodyKeepsMoreThanTwoHundredThatHangNowhere() {
        UUID mine = UUID.fromString(uploaded("resident5"));
        jdbi.useHandle(h -> h.createUpdate("""
                insert into photo (id, uploader_id, width, height, created_at, stored, used)
                select gen_random_uuid(), p.uploader_id, 1, 1, p.created_at - interval '3 days', false, n > 199
                from photo p, generate_series(1, 250) n where p.id = :mine
                """).bind("mine", mine).execute());
        try {
            upload("resident5", aPicture().jpeg()).then().statusCode(429);
            jdbi.useHandle(h -> h.execute("update photo set used = true where width = 1"));
            upload("resident5", aPicture().jpeg()).then().statusCode(201);
        } finally {
            jdbi.useHandle(h -> h.execute("delete from photo where width = 1"));
        }
    }

    @Test
    void whatAPictureShowsIsSaidAsCleanlyAsAnythingInPublic() {
        String photo = uploaded("resident1");
        describe(photo, "打我电话 138 0532 1234")
                .statusCode(422)
                .body("violations[0].field", is("alt"))
                .body("violations[0].code", is("personal_phone"));
        as("admin1").put("/moderation/words/{word}", Map.of(), "混账东西").then().statusCode(200);
        describe(photo, "混 账东西的灯").statusCode(422).body("violations[0].code", is("watched"));
        as("resident1")
                .request()
                .multiPart("file", "a.jpg", aPicture().jpeg(), "image/jpeg")
                .multiPart("alt", "混账东西的灯", "text/plain; charset=utf-8")
                .post("/photos")
                .then()
                .statusCode(422)
                .body("violations[0].field", is("alt"));
        as("resident1").get("/photos/{id}/small", photo).then().statusCode(200);
    }

    @Test
    void whatIsOverOrHiddenKeepsTheWordsBesideItsPictures() {
        String photo = uploaded("resident1");
        String topic = aTopic().with("photoIds", List.of(photo)).posted();
        describe(photo, "三单元的灯").statusCode(200);
        as("staff1")
                .post("/topics/{id}/hide", Map.of("reason", "含有他人隐私。"), topic)
                .then()
                .statusCode(200);
        describe(photo, "别的").statusCode(403);
        as("staff1").step("/topics/{id}/restore", topic).then().statusCode(200);
        describe(photo, "还是三单元的灯").statusCode(200);
        as("resident1").step("/topics/{id}/withdraw", topic).then().statusCode(200);
        describe(photo, "别的").statusCode(403);
    }

    private static ValidatableResponse describe(String photo, String alt) {
        return as("resident1")
                .post("/photos/{id}/describe", Map.of("alt", alt), photo)
                .then();
    }
}
