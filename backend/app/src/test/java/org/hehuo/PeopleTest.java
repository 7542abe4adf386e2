package org.hehuo;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hehuo.BadInputTest.isProblem;
import static org.hehuo.Given.aPartner;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is there, found by what the district looks for, and shut out when it must be. */
@RealTest
class PeopleTest {
    @Inject
    EventFlow events;

    @Test
    void aPersonIsSeenWhole() {
        var person = Realm.newcomer("社工谷雨");
        Town.appoint(as(person.account()), Town.ELSEWHERE);
        String partner = aPartner().ownedBy(person).joined();
        as("admin1")
                .get("/people/{id}", person.id())
                .then()
                .statusCode(200)
                .body("displayName", is("社工谷雨"))
                .body("roles", contains("resident", "partner", "staff"))
                .body("areas.code", contains(Town.ELSEWHERE))
                .body("memberships.partner.id", contains(partner))
                .body("disabled", is(false))
                .body("allowedActions", contains("disable"));
        as("staff2").get("/people/{id}", person.id()).then().statusCode(200).body("allowedActions", empty());
        as("staff1").get("/people/{id}", person.id()).then().statusCode(404);
        as("admin1").get("/people/{id}", as("admin1").id()).then().body("allowedActions", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"惊蛰", "惊", "社工惊蛰", "XQ7", "社工 xq7", "社工ＸＱ７"})
    void aPersonIsFoundByAnyPartOfTheName(String words) {
        var person = Realm.newcomer("社工惊蛰xq7").arrives();
        found("q=" + words).body("items.id", hasItem(person.id().toString()));
        found("q=夏至与冬至").body("items", empty());
    }

    @Test
    void aPersonIsFoundByPlaceAndByRole() {
        var worker = Realm.newcomer("社工清明");
        Town.appoint(as(worker.account()), Town.HOME);
        var owner = Realm.newcomer("联络员立夏");
        aPartner().ownedBy(owner).joined();
        String staff = worker.id().toString();
        String partner = owner.id().toString();
        found("area=" + Town.HOME).body("items.id", hasItem(staff)).body("items.id", not(hasItem(partner)));
        found("area=" + Town.STREET).body("items.id", hasItem(staff));
        found("area=" + Town.ELSEWHERE).body("items.id", not(hasItem(staff)));
        found("role=staff").body("items.id", hasItem(staff)).body("items.id", not(hasItem(partner)));
        found("role=partner").body("items.id", hasItem(partner)).body("items.id", not(hasItem(staff)));
        found("role=partner&role=staff").body("items.id", hasItems(staff, partner));
        found("disabled=true").body("items.disabled", everyItem(is(true)));
    }

    private static io.restassured.response.ValidatableResponse found(String filters) {
        return as("admin1").get("/people?pageSize=100&" + filters).then().statusCode(200);
    }

    @Test
    void whoIsDisabledIsRefusedAtOnceEverywhere() {
        var person = Realm.newcomer("芒种").arrives();
        disable(person).then().statusCode(200).body("disabled", is(true)).body("allowedActions", contains("enable"));
        for (String path : List.of("/me", "/topics", "/people", "/me/notifications", "/me/stream")) {
            isShutOut(person.get(path));
        }
        isShutOut(person.post("/topics", Map.of("title", "灯坏了", "body", "黑", "areaCode", Town.HOME)));
        found("disabled=true").body("items.id", hasItem(person.id().toString()));
        as("admin1")
                .step("/people/{id}/enable", person.id())
                .then()
                .statusCode(200)
                .body("disabled", is(false));
        person.get("/me").then().statusCode(200);
        found("disabled=true").body("items.id", not(hasItem(person.id().toString())));
    }

    @Test
    void aSessionIsRefusedTooAndCanBeLeft() {
        as("admin1");
        var person = Realm.newcomer("处暑").arrives();
        var browser = new Browser();
        browser.signIn(person.account(), "/api/login?returnTo=/about");
        assertEquals(200, browser.get("/api/v1/me").statusCode());
        disable(person).then().statusCode(200);
        for (String path : List.of("/api/v1/me", "/api/v1/topics")) {
            var answer = browser.get(path);
            assertEquals(403, answer.statusCode(), answer::body);
            assertEquals("person.disabled", JsonPath.from(answer.body()).getString("code"));
        }
        assertEquals(303, browser.get("/api/login?returnTo=/about").statusCode());
        var left =
                browser.post("/api/logout", "{}", Map.of("X-Requested-With", "JavaScript", "Origin", Browser.origin()));
        assertEquals(200, left.statusCode(), left::body);
        assertEquals("", browser.session());
        assertEquals(200, browser.get("/api/v1/topics").statusCode());
    }

    @Test
    void whoIsDisabledIsToldAndGivenNothing() {
        var colleague = Realm.newcomer("社工白露");
        Town.appoint(as(colleague.account()), Town.HOME);
        events.settle();
        disable(colleague).then().statusCode(200);
        String topic = aTopic().posted();
        as("staff1")
                .post("/topics/{id}/assign", Map.of("personId", colleague.id()), topic)
                .then()
                .statusCode(422);
        events.settle();
        as("admin1").step("/people/{id}/enable", colleague.id()).then().statusCode(200);
        colleague.get("/me/notifications").then().body("items.subject.id", not(hasItem(topic)));
    }

    @Test
    void nobodyDisablesThemselvesOrWithoutAReason() {
        disable(as("admin1")).then().statusCode(409).body("code", is("person.oneself"));
        as("admin1").get("/me").then().statusCode(200);
        var person = Realm.newcomer("寒露").arrives();
        isProblem(as("admin1").post("/people/{id}/disable", Map.of("reason", " "), person.id()), 422);
        isProblem(as("admin1").post("/people/{id}/disable", Map.of("reason", "冒用"), java.util.UUID.randomUUID()), 404);
        person.get("/me").then().statusCode(200);
    }

    private static Response disable(Persona person) {
        return as("admin1").post("/people/{id}/disable", Map.of("reason", "冒用他人身份。"), person.id());
    }

    private static void isShutOut(Response answer) {
        isProblem(answer, 403);
        answer.then().body("code", is("person.disabled")).body("detail", containsString("区中心"));
    }
}
