package org.hehuo;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hehuo.Given.aPartner;
import static org.hehuo.Given.aProject;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may claim, and how much at a time; whoever may not is told why. */
@RealTest
class ClaimRulesTest {
    @AfterEach
    void noLimit() {
        limit(0);
    }

    @Test
    void aPartnerHasNoMoreOpenThanTheLimitHoweverManyHandsItRaises() {
        limit(3);
        String partner = aPartner().ownedBy("partner1").joined();
        var projects =
                IntStream.range(0, 12).mapToObj(i -> aProject().published()).toList();
        var answers = Together.each(12, i -> claim(partner, projects.get(i)));
        var told = answers.stream().map(Contenders::told).toList();
        assertEquals(3, Collections.frequency(told, "confirmed"));
        assertEquals(9, Collections.frequency(told, "claim.limit_reached"));
        int refused = told.indexOf("claim.limit_reached");
        answers.get(refused).then().body("detail", containsString("3")).body("state", is("open"));
        as("resident1").get("/projects/{id}", projects.get(refused)).then().body("slotsLeft", is(1));
        String held = answers.get(told.indexOf("confirmed")).path("id");
        as("partner1")
                .post("/claims/{id}/withdraw", Map.of("reason", "人手不够。"), held)
                .then()
                .statusCode(200);
        claim(partner, projects.get(refused)).then().statusCode(201);
    }

    @Test
    void whoWaitsOrOffersItselfHasItOpenToo() {
        limit(2);
        String partner = aPartner().ownedBy("partner1").joined();
        claim(partner, aProject().reviewed().published()).then().body("state", is("submitted"));
        claim(partner, aProject().heldBy("partner2").claimed()).then().body("state", is("waitlisted"));
        claim(partner, aProject().published()).then().statusCode(409).body("code", is("claim.limit_reached"));
    }

    @Test
    void aProjectForCertainKindsIsForNoOthers() {
        String project = aProject()
                .with("eligibility", Map.of("kinds", List.of("school", "health")))
                .published();
        claim(Town.partnerOf("partner1"), project)
                .then()
                .statusCode(409)
                .body("code", is("claim.kind_not_eligible"))
                .body("allowedActions", not(hasItem("claim")));
        as("partner1")
                .get("/projects/{id}", project)
                .then()
                .body("eligibility.kinds", is(List.of("school", "health")))
                .body("eligibility.servingArea", is(false))
                .body("allowedActions", not(hasItem("claim")));
        String school = aPartner().ownedBy("partner1").ofKind("school").joined();
        as("partner1").get("/projects/{id}", project).then().body("allowedActions", hasItem("claim"));
        claim(school, project).then().statusCode(201);
    }

    @Test
    void aProjectForPartnersOfTheAreaIsForNoOthers() {
        String project =
                aProject().with("eligibility", Map.of("servingArea", true)).published();
        String elsewhere =
                aPartner().ownedBy("partner1").serving(Town.ELSEWHERE).joined();
        claim(elsewhere, project).then().statusCode(409).body("code", is("claim.area_not_served"));
        String compound = aPartner().ownedBy("partner1").serving(Town.STREET).joined();
        claim(compound, project).then().statusCode(201);
    }

    @Test
    void aProjectForALevelIsForWhoHasTheCredit() {
        String partner = aPartner().ownedBy("partner1").joined();
        String silver =
                aProject().with("eligibility", Map.of("level", "silver")).published();
        claim(partner, silver)
                .then()
                .statusCode(409)
                .body("code", is("claim.level_not_reached"))
                .body("detail", containsString("40"))
                .body("allowedActions", not(hasItem("claim")));
        as("resident1").get("/projects/{id}", silver).then().body("eligibility.level", is("silver"));
        for (int i = 0; i < 2; i++) delivered(partner);
        as("resident1")
                .get("/partners/{id}/credit", partner)
                .then()
                .body("balance", is(40))
                .body("level", is("silver"))
                .body("lines.rule", is(List.of("claim_fulfilled")));
        String gold = aProject().with("eligibility", Map.of("level", "gold")).published();
        claim(partner, gold).then().statusCode(409).body("detail", containsString("80"));
        String claim = claim(partner, silver).then().statusCode(201).extract().path("id");
        as("partner1").post("/claims/{id}/withdraw", Map.of("reason", "人手不够。"), claim);
        as("resident1")
                .get("/partners/{id}/credit", partner)
                .then()
                .body("balance", is(35))
                .body("level", is("bronze"))
                .body("lines.times", is(List.of(2, 1)));
    }

    @Test
    void fiveStarsCountForWhoDelivered() {
        String partner = aPartner().ownedBy("partner1").joined();
        String project = delivered(partner);
        for (var stars : Map.of("resident1", 5, "resident2", 4).entrySet())
            as(stars.getKey())
                    .post("/evaluations", Map.of("projectId", project, "rating", stars.getValue()))
                    .then()
                    .statusCode(201);
        as("resident1").get("/partners/{id}/credit", partner).then().body("balance", is(22));
        as("admin1").post("/partners/{id}/suspend", Map.of("reason", "资料要核对。"), partner);
        as("resident1").get("/partners/{id}/credit", partner).then().statusCode(404);
    }

    private static String delivered(String partner) {
        String project = aProject().published();
        claim(partner, project).then().statusCode(201);
        as("partner1")
                .post("/projects/{id}/begin", Map.of("partnerId", partner), project)
                .then()
                .statusCode(200);
        var report = new HashMap<String, Object>(AProject.completion());
        report.put("partnerId", partner);
        as("partner1")
                .post("/projects/{id}/report-completion", report, project)
                .then()
                .statusCode(200);
        as("staff1").step("/projects/{id}/accept", project).then().statusCode(200);
        return project;
    }

    @Test
    void theRuleIsChangedAndTakenBackWhileNobodyStandsBehindIt() {
        String project = aProject().published();
        as("resident1").get("/projects/{id}", project).then().body("eligibility", nullValue());
        as("staff1")
                .patch("*", "/projects/{id}", Map.of("eligibility", Map.of("kinds", List.of("police"))), project)
                .then()
                .statusCode(200)
                .body("eligibility.kinds", is(List.of("police")));
        claim(Town.partnerOf("partner1"), project).then().statusCode(409);
        var none = Collections.singletonMap("eligibility", null);
        as("staff1").patch("*", "/projects/{id}", none, project).then().body("eligibility", nullValue());
        claim(Town.partnerOf("partner1"), project).then().statusCode(201);
    }

    private static Response claim(String partner, String project) {
        return as("partner1").post("/projects/{id}/claims", Map.of("partnerId", partner), project);
    }

    private static void limit(int most) {
        as("admin1")
                .patch("*", "/programme", Map.of("claimsAtOnce", most))
                .then()
                .statusCode(200)
                .body("claimsAtOnce", is(most));
    }
}
