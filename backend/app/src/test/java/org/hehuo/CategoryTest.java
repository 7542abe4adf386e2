package org.hehuo;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hehuo.Given.aCall;
import static org.hehuo.Given.aCapability;
import static org.hehuo.Given.aProject;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Given.anApplication;
import static org.hehuo.Persona.aPasserBy;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What things are about is the district's to say. */
@RealTest
class CategoryTest {
    private static final AtomicInteger LEAVES = new AtomicInteger(50);

    @Test
    void aLeafThatTheDistrictAddsIsListedSuggestedAndChosenAtOnce() {
        String code = aLeaf(5);
        aPasserBy()
                .get("/categories")
                .then()
                .body(leaf(code) + ".name", is("路灯 " + code))
                .body(leaf(code) + ".slaDays", is(5))
                .body("items.find { it.code == 'PWR' }.children[-1].code", is(code));
        suggested(code).body("items.code", contains(code));
        aTopic().with("category", code).posted();
        var again = form(code, 5);
        as("admin1").post("/categories", again).then().statusCode(409).body("code", is("category.code_taken"));
    }

    @Test
    void aLeafBelongsToAWhole() {
        as("admin1")
                .post("/categories", form("QQQ01", 5))
                .then()
                .statusCode(422)
                .body("violations.field", contains("code"));
        as("admin1").post("/categories", form("QQA", 5)).then().statusCode(201).body("parent", is((Object) null));
        as("admin1")
                .post("/categories", form("QQA01", 5))
                .then()
                .statusCode(201)
                .header("Location", is("/api/v1/categories/QQA01"))
                .body("parent", is("QQA"))
                .body("field.name", notNullValue());
    }

    @Test
    void otherDaysHoldForPromisesFromThenOn() {
        String code = aLeaf(1);
        String before = aTopic().with("category", code).posted();
        var due = dueAt(before);
        changed(code, Map.of("slaDays", 15)).body("slaDays", is(15));
        assertEquals(due, dueAt(before));
        assertTrue(dueAt(aTopic().with("category", code).posted()).isAfter(due));
    }

    @Test
    void whatIsRetiredIsKeptByWhatHasItAndTakesNothingNew() {
        String code = aLeaf(5);
        String topic = aTopic().with("category", code).posted();
        String project = aProject().with("category", code).drafted();
        var capability = aCapability().with("categoryCodes", List.of(code)).given();
        String call = aCall().with("categoryCodes", List.of(code)).drafted();
        var offer = Map.of("kind", "expertise", "title", "修灯", "categoryCodes", List.of(code));
        String application = anApplication()
                .by(Realm.newcomer("灯匠").arrives())
                .with("offers", List.of(offer))
                .submitted();

        changed(code, Map.of("retired", true)).body("retired", is(true));
        aPasserBy().get("/categories").then().body(leaf(code) + ".retired", is(true));
        suggested(code).body("items", empty());
        refused(as("resident1").post("/topics", topicAbout(code)).then(), "category");
        refused(
                as("resident1")
                        .patch("*", "/topics/{id}", Map.of("category", code), aTopic().posted())
                        .then(),
                "category");
        as("resident1")
                .patch("*", "/topics/{id}", Map.of("title", "灯又坏了"), topic)
                .then()
                .body("category.code", is(code));
        as("staff1")
                .patch("*", "/projects/{id}", Map.of("title", "修灯"), project)
                .then()
                .body("category.code", is(code));
        as("admin1")
                .patch("*", "/partners/{id}/capabilities/{capability}", Map.of("title", "换灯"), capability.toArray())
                .then()
                .statusCode(200);
        as("admin1")
                .patch("*", "/calls/{id}", Map.of("title", "来修灯"), call)
                .then()
                .statusCode(200);
        as("admin1").step("/partner-applications/{id}/start-review", application);
        as("admin1")
                .step("/partner-applications/{id}/approve", application)
                .then()
                .statusCode(200);

        changed(code, Map.of("retired", false));
        suggested(code).body("items.code", contains(code));
        aTopic().with("category", code).posted();
    }

    @Test
    void twoWhoChangeOneVersionAreToldApart() {
        String code = aLeaf(5);
        String seen = as("admin1").get("/categories/{code}", code).header("ETag");
        as("admin1")
                .patch(seen, "/categories/{code}", Map.of("nameZh", "街灯"), code)
                .then()
                .statusCode(200)
                .body("name", is("街灯"));
        as("admin1")
                .patch(seen, "/categories/{code}", Map.of("slaDays", 2), code)
                .then()
                .statusCode(412)
                .body("code", is("stale"));
        as("admin1")
                .json(Map.of("slaDays", 2))
                .patch("/categories/{code}", code)
                .then()
                .statusCode(428);
        refused(
                as("admin1")
                        .patch("*", "/categories/{code}", Map.of("slaDays", 16), code)
                        .then(),
                "slaDays");
        refused(
                as("admin1")
                        .patch("*", "/categories/{code}", Map.of("field", "nope"), code)
                        .then(),
                "field");
        refused(
                as("admin1")
                        .patch("*", "/categories/{code}", Map.of("words", List.of("两 个")), code)
                        .then(),
                "words[0]");
        as("admin1")
                .patch("*", "/categories/{code}", Map.of("slaDays", 2), "NIX99")
                .then()
                .statusCode(404);
    }

    @Test
    void eachChangeIsInTheAudit() {
        String code = aLeaf(5);
        changed(code, Map.of("slaDays", 3, "nameZh", "街灯"));
        changed(code, Map.of("retired", true));
        changed(code, Map.of("retired", false));
        as("admin1")
                .get("/audit?thing=" + code)
                .then()
                .body(
                        "items.action",
                        contains(
                                "category.restore",
                                "category.retire",
                                "category.edit",
                                "category.set-days",
                                "category.create"))
                .body("items[3].note", is("5 → 3"))
                .body("items[0].thing.name", is("街灯"));
    }

    private static String aLeaf(int days) {
        String code = "PWR" + LEAVES.incrementAndGet();
        as("admin1").post("/categories", form(code, days)).then().statusCode(201);
        return code;
    }

    private static Map<String, ?> form(String code, int days) {
        return Map.of(
                "code",
                code,
                "nameZh",
                "路灯 " + code,
                "nameEn",
                "Lamps " + code,
                "field",
                "governance",
                "slaDays",
                days,
                "words",
                List.of(word(code)));
    }

    /** By which it is known, and nothing else is. */
    private static String word(String code) {
        return "qx" + code.toLowerCase(Locale.ROOT);
    }

    private static ValidatableResponse changed(String code, Map<String, ?> change) {
        return as("admin1")
                .patch("*", "/categories/{code}", change, code)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse suggested(String code) {
        return aPasserBy()
                .get("/categories/suggestions?text=" + word(code))
                .then()
                .statusCode(200);
    }

    private static void refused(ValidatableResponse answer, String field) {
        answer.statusCode(422).body("violations.field", contains(field));
    }

    private static Map<String, ?> topicAbout(String category) {
        return Map.of("title", "灯坏了", "body", "黑。", "areaCode", Town.HOME, "category", category);
    }

    private static String leaf(String code) {
        return "items.find { it.code == '" + code.substring(0, 3) + "' }.children.find { it.code == '" + code + "' }";
    }

    private static Instant dueAt(String topic) {
        return Instant.parse(aPasserBy().get("/topics/{id}", topic).path("dueAt"));
    }
}
