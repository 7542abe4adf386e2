package org.hehuo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hehuo.Given.aPartner;
import static org.hehuo.Given.aProject;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hehuo.kernel.time.Sweeper;
import org.hehuo.kernel.time.Time;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several partners carry one project, each a share; what they carry never goes beyond the need. */
@RealTest
class SharedClaimTest {
    private static final int MANY = 40;

    @Inject
    Jdbi jdbi;

    @Inject
    EventFlow events;

    @Inject
    Time time;

    @Inject
    Sweeper sweeper;

    @AfterEach
    void now() {
        time.moveAhead(Duration.ZERO);
    }

    @Test
    void twoShareIt() {
        String project = aProject().shared(5, 20).published();
        claim(project, 0, 12)
                .then()
                .statusCode(201)
                .body("state", is("confirmed"))
                .body("shares.quantity", is(List.of("12")))
                .body("shares[0].need.title", is("早樱"))
                .body("shares[0].unit", is("株"));
        shows(project, "open", "12", 4);
        claim(project, 1, 9)
                .then()
                .statusCode(409)
                .body("code", is("claim.needs_filled"))
                .body("state", is("open"))
                .body("allowedActions", hasItem("claim"))
                .body("detail", containsString("早樱 8 株"));
        shows(project, "open", "12", 4);
        as("partner1")
                .post(
                        "/projects/{id}/claims",
                        Map.of("partnerId", Contenders.atLeast(MANY).get(1)),
                        project)
                .then()
                .statusCode(201)
                .body("shares.quantity", is(List.of("8")));
        shows(project, "claimed", "20", 3);
        as("resident1")
                .get("/projects/{id}/claims", project)
                .then()
                .body("items.shares.flatten().quantity.sort()", is(List.of("12", "8")));
        SharedTables.agree(jdbi, project);
    }

    @Test
    void withTheLastSlotItIsClaimedThoughSomethingIsLeft() {
        String project = aProject().shared(2, 20).published();
        claim(project, 0, 3).then().statusCode(201);
        claim(project, 1, "4.50").then().statusCode(201);
        shows(project, "claimed", "7.5", 0);
        claim(project, 2, 1).then().statusCode(201).body("state", is("waitlisted"));
        SharedTables.agree(jdbi, project);
    }

    @Test
    void eachBeginsAndReportsItsOwn() {
        String project = aProject().shared(2, 20).published();
        claim(project, 0, 12).then().statusCode(201);
        as("partner2")
                .post("/projects/{id}/claims", Map.of("partnerId", Town.partnerOf("partner2")), project)
                .then()
                .statusCode(201);
        begin("partner1", project).then().statusCode(200).body("state", is("in_progress"));
        begin("partner1", project).then().statusCode(409);
        as("partner2").get("/projects/{id}", project).then().body("allowedActions", hasItem("begin"));
        begin("partner2", project).then().statusCode(200).body("state", is("in_progress"));
        report("partner1", project)
                .then()
                .statusCode(200)
                .body("state", is("in_progress"))
                .body("holders[0].reportedAt", notNullValue())
                .body("holders[1].reportedAt", nullValue());
        as("staff1").get("/projects/{id}/timeline", project).then().body("items.action", hasItem("report-part"));
        events.settle();
        assertTrue(toldOfParts(project) > 0, "the staff were told");
        report("partner2", project).then().statusCode(200).body("state", is("delivered"));
        as("staff1").step("/projects/{id}/accept", project).then().statusCode(200);
        SharedTables.agree(jdbi, project);
    }

    @Test
    void thePicturesOfEachHolderStay() {
        String project = aProject().shared(2, 20).published();
        claim(project, 0, 12).then().statusCode(201);
        String second = aPartner().ownedBy("partner2").joined();
        as("partner2")
                .post("/projects/{id}/claims", Map.of("partnerId", second), project)
                .then()
                .statusCode(201);
        begin("partner1", project).then().statusCode(200);
        begin("partner2", project).then().statusCode(200);
        var pictures = List.of(APicture.uploadedBy("partner1"), APicture.uploadedBy("partner2"));
        for (int i = 0; i < 2; i++) {
            var trees = Map.of("measure", "种树", "value", "12", "unit", "棵");
            var outcome = Map.of("numbers", List.of(trees), "story", "种好了。", "afterPhotoIds", List.of(pictures.get(i)));
            as("partner" + (i + 1))
                    .post("/projects/{id}/report-completion", Map.of("outcome", outcome), project)
                    .then()
                    .statusCode(200);
        }
        as("staff1").get("/projects/{id}", project).then().body("outcome.afterPhotoIds", is(pictures));
    }

    @Test
    void theFirstInLineWhomItSufficesMovesUp() {
        String project = aProject().shared(4, 20).published();
        String most = claim(project, 0, 14).path("id");
        String few = claim(project, 1, 6).path("id");
        String greedy = claim(project, 2, 15).path("id");
        String modest = claim(project, 3, 5).path("id");
        String small = claim(project, 4, 1).path("id");
        withdraw(few);
        isIn("waitlisted", greedy);
        isIn("confirmed", modest);
        isIn("confirmed", small);
        shows(project, "claimed", "20", 1);
        withdraw(most);
        isIn("waitlisted", greedy);
        shows(project, "open", "6", 2);
        withdraw(modest);
        isIn("confirmed", greedy);
        shows(project, "open", "16", 2);
        SharedTables.agree(jdbi, project);
    }

    @Test
    void whoSharesHasDaysToBeginFromWhenItIsClaimed() {
        String project = aProject().shared(2, 20).toBeginWithin(3).published();
        String first = claim(project, 0, 10).path("id");
        swept(5);
        isIn("confirmed", first);
        String second = claim(project, 1, 10).path("id");
        swept(7);
        isIn("confirmed", first);
        begin("partner1", project, Contenders.atLeast(MANY).get(1)).then().statusCode(200);
        swept(9);
        isIn("lapsed", first);
        isIn("confirmed", second);
        shows(project, "open", "10", 1);
        SharedTables.agree(jdbi, project);
    }

    @Test
    void whereStaffChooseTheSharesAreTakenThen() {
        String project = aProject().reviewed().shared(3, 20).published();
        String first = claim(project, 0, 15).path("id");
        String second = claim(project, 1, 15).path("id");
        shows(project, "open", "0", 3);
        as("staff1")
                .step("/claims/{id}/confirm", first)
                .then()
                .statusCode(200)
                .body("shares.quantity", is(List.of("15")));
        as("staff1")
                .step("/claims/{id}/confirm", second)
                .then()
                .statusCode(409)
                .body("code", is("claim.needs_filled"))
                .body("state", is("submitted"))
                .body("allowedActions", hasItem("reject"))
                .body("detail", containsString("早樱 5 株"));
        shows(project, "open", "15", 2);
        SharedTables.agree(jdbi, project);
    }

    @Test
    void sharesAreOfTheProjectsOwnNeedsAndWithinThem() {
        String project = aProject().shared(2, 20).published();
        String other = need(aProject().shared(2, 20).published());
        var one = Map.of("needId", need(project), "quantity", 1);
        isRefused(project, List.of(Map.of("needId", other, "quantity", 1)), 422);
        isRefused(project, List.of(one, one), 422);
        isRefused(project, List.of(), 422);
        for (Object wrong : List.of(0, -1, "1.001", "x", 1e12)) {
            isRefused(project, List.of(Map.of("needId", need(project), "quantity", wrong)), 400, 422);
        }
        isRefused(project, List.of(Map.of("needId", need(project), "quantity", 21)), 409);
        String exclusive = aProject().published();
        isRefused(exclusive, List.of(Map.of("needId", need(exclusive), "quantity", 1)), 422);
        shows(project, "open", "0", 2);
        SharedTables.agree(jdbi, project);
    }

    @Test
    void ofFortyAtOnceNoneGoesBeyondTheNeed() {
        String project = aProject().shared(20, 20).published();
        var answers = Together.each(
                MANY, i -> claim(project, i, List.of("0.75", "1.5", "2.25", "3").get(i % 4)));
        var byState = answers.stream().collect(groupingBy(Contenders::told, counting()));
        assertTrue(byState.get("confirmed") >= 6, byState::toString);
        assertTrue(answers.stream().allMatch(a -> a.statusCode() == 201 || a.statusCode() == 409), byState::toString);
        SharedTables.agree(jdbi, project);
    }

    @Test
    void claimsWithdrawalsAndLapsesAtOnceKeepTheSum() {
        String project = aProject().shared(6, 20).toBeginWithin(1).published();
        var claims = Together.each(MANY, i -> claim(project, i, 1 + i % 7)).stream()
                .filter(a -> a.statusCode() == 201)
                .map(a -> a.<String>path("id"))
                .toList();
        SharedTables.agree(jdbi, project);
        for (int round = 1; round <= 3; round++) {
            time.moveAhead(Duration.ofDays(3L * round));
            int turn = round;
            var statuses = Together.each(30, i -> switch (i % 3) {
                case 0 -> claim(project, MANY - 1 - i, 1 + (i + turn) % 5).statusCode();
                case 1 -> withdrawn(claims.get((i * turn) % claims.size()));
                default -> swept();
            });
            assertTrue(statuses.stream().allMatch(status -> status < 500), statuses::toString);
            SharedTables.agree(jdbi, project);
        }
    }

    private static void shows(String project, String state, String filled, int slotsLeft) {
        as("resident1")
                .get("/projects/{id}", project)
                .then()
                .body("state", is(state))
                .body("needs[0].filled", is(filled))
                .body("slotsLeft", is(slotsLeft));
    }

    private static void isIn(String state, String claim) {
        as("partner1").get("/claims/{id}", claim).then().body("state", is(state));
    }

    private static void isRefused(String project, List<?> shares, Integer... statuses) {
        var form = Map.of("partnerId", Contenders.atLeast(MANY).getFirst(), "shares", shares);
        var answer = as("partner1").post("/projects/{id}/claims", form, project);
        assertTrue(List.of(statuses).contains(answer.statusCode()), answer::asString);
        if (answer.statusCode() != 409) answer.then().body("violations.field", not(is(List.of())));
    }

    private static Response claim(String project, int partner, Object quantity) {
        var share = Map.of("needId", need(project), "quantity", quantity);
        var form = Map.of("partnerId", Contenders.atLeast(MANY).get(partner), "shares", List.of(share));
        return as("partner1").post("/projects/{id}/claims", form, project);
    }

    private static String need(String project) {
        return as("partner1").get("/projects/{id}", project).path("needs[0].id");
    }

    private int toldOfParts(String project) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select count(*) from notification where type = 'project.part_reported' and subject_id = :id")
                .bind("id", project)
                .mapTo(Integer.class)
                .one());
    }

    private static Response begin(String who, String project) {
        return as(who).step("/projects/{id}/begin", project);
    }

    private static Response begin(String who, String project, String partner) {
        return as(who).post("/projects/{id}/begin", Map.of("partnerId", partner), project);
    }

    private static Response report(String who, String project) {
        return as(who).post("/projects/{id}/report-completion", AProject.completion(), project);
    }

    private static void withdraw(String claim) {
        assertEquals(200, withdrawn(claim));
    }

    private static int withdrawn(String claim) {
        return as("partner1")
                .post("/claims/{id}/withdraw", Map.of("reason", "人手不够。"), claim)
                .statusCode();
    }

    private void swept(int days) {
        time.moveAhead(Duration.ofDays(days).plusMinutes(1));
        swept();
    }

    private int swept() {
        sweeper.sweep();
        return 200;
    }
}
