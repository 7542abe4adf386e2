package org.hehuo;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hehuo.Given.aMeeting;
import static org.hehuo.Given.aPartner;
import static org.hehuo.Given.aProject;
import static org.hehuo.Given.unique;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.hehuo.kernel.time.Sweeper;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A claim passes from one partner to another when both have said yes; nobody in line is passed over, and nobody is marked. */
@RealTest
class ReassignmentTest {
    private static final Map<String, String> NOT_NOW = Map.of("reason", "这个月人手不够。");

    @Inject
    Sweeper sweeper;

    @Inject
    Jdbi jdbi;

    @Test
    void withTheSecondYesTheClaimIsTheOthers() {
        String project = aProject().claimed();
        String claim = claimOn(project);
        int marks = marks();
        String id = proposed(claim);
        as("partner1").get("/reassignments?state=proposed").then().body("items.id", hasItem(id));
        agree("partner1", id).then().body("state", is("proposed")).body("fromAgreed", is(true));
        as("partner1").get("/projects/{id}", project).then().body("holders[0].claimId", is(claim));
        agree("partner1", id).then().statusCode(409);
        agree("partner2", id).then().statusCode(200).body("state", is("completed"));
        as("resident1")
                .get("/projects/{id}", project)
                .then()
                .body("state", is("claimed"))
                .body("holders.partner.id", is(List.of(Town.partnerOf("partner2"))));
        as("partner1").get("/claims/{id}", claim).then().body("state", is("withdrawn"));
        assertEquals(marks, marks());
        Awaitility.await().until(() -> as("partner1").told("reassignment.completed", project) == 1);
        Awaitility.await().until(() -> as("partner2").told("reassignment.proposed", project) == 1);
    }

    @Test
    void whoTakesItOverHasDaysToBeginThoughTheOtherHadBegun() {
        String project = aProject().begun();
        String id = proposed(claimOn(project));
        agree("partner2", id);
        agree("partner1", id).then().body("state", is("completed"));
        as("partner2")
                .get("/projects/{id}", project)
                .then()
                .body("state", is("claimed"))
                .body("allowedActions", hasItem("begin"));
    }

    @Test
    void theShareGoesWithIt() {
        String project = aProject().shared(3, 20).published();
        String need = as("staff1").get("/projects/{id}", project).path("needs[0].id");
        String claim = as("partner1")
                .post(
                        "/projects/{id}/claims",
                        Map.of(
                                "partnerId",
                                Town.partnerOf("partner1"),
                                "shares",
                                List.of(Map.of("needId", need, "quantity", 12))),
                        project)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String id = proposed(claim);
        agree("partner1", id);
        agree("partner2", id).then().body("state", is("completed"));
        as("resident1")
                .get("/projects/{id}", project)
                .then()
                .body("state", is("open"))
                .body("needs[0].filled", is("12"))
                .body("slotsLeft", is(2));
        as("resident1")
                .get("/projects/{id}/claims", project)
                .then()
                .body("items[0].shares[0].quantity", is("12"))
                .body("items[0].partner.id", is(Town.partnerOf("partner2")));
    }

    @Test
    void aNoLeavesItWhereItIs() {
        String project = aProject().claimed();
        String claim = claimOn(project);
        String id = proposed(claim);
        agree("partner1", id);
        as("partner2")
                .post("/reassignments/{id}/decline", NOT_NOW, id)
                .then()
                .statusCode(200)
                .body("state", is("declined"))
                .body("endReason", is(NOT_NOW.get("reason")));
        agree("partner2", id).then().statusCode(409);
        as("partner1").get("/projects/{id}", project).then().body("holders[0].claimId", is(claim));
        proposed(claim);
    }

    @Test
    void whoWaitsInLineIsNotPassedOver() {
        String project = aProject().claimed();
        String id = proposed(claimOn(project));
        AProject.claim(project, "partner2");
        String third = aPartner().ownedBy("partner2").joined();
        propose(claimOn(project), third).then().statusCode(409).body("code", is("claim.others_wait"));
        agree("partner1", id).then().statusCode(200);
        agree("partner2", id).then().statusCode(409).body("code", is("claim.others_wait"));
        as("partner1").get("/reassignments/{id}", id).then().body("toAgreed", is(false));
    }

    /** Else a partner could pass on what it wins and win more than the round allows. */
    @Test
    void whatWasWonInARoundIsHandedOverAfterIt() {
        String project = aProject().published();
        var round = aMeeting().about(project).open();
        AMeeting.arrives("partner1", round.getFirst(), Town.partnerOf("partner1"));
        String claim = AMeeting.hand("partner1", project)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        propose(claim, Town.partnerOf("partner2")).then().statusCode(409).body("code", is("claim.round_is_on"));
        AMeeting.step(round, "pause");
        propose(claim, Town.partnerOf("partner2")).then().statusCode(409).body("code", is("claim.round_is_on"));
        AMeeting.step(round, "resume");
        AMeeting.step(round, "close");
        proposed(claim);
    }

    @Test
    void onlyOneIsProposedAtATimeAndOnlyOfWhatHolds() {
        String project = aProject().claimed();
        String claim = claimOn(project);
        propose(claim, Town.partnerOf("partner1")).then().statusCode(422);
        propose(claim, "HH-9999").then().statusCode(422).body("violations.field", hasItem("partnerId"));
        String id = proposed(claim);
        propose(claim, aPartner().ownedBy("partner2").joined())
                .then()
                .statusCode(409)
                .body("code", is("claim.reassignment_proposed"));
        as("staff1")
                .post("/reassignments/{id}/withdraw", NOT_NOW, id)
                .then()
                .statusCode(200)
                .body("state", is("withdrawn"));
        String again = proposed(claim);
        as("partner1").post("/claims/{id}/withdraw", NOT_NOW, claim).then().statusCode(200);
        agree("partner2", again).then().statusCode(409);
        propose(claim, Town.partnerOf("partner2")).then().statusCode(409);
        sweeper.sweep();
        as("partner1").get("/reassignments/{id}", again).then().body("state", is("expired"));
    }

    @Test
    void whatNobodyAnswersExpires() {
        String project = aProject().claimed();
        String id = proposed(claimOn(project));
        agree("partner1", id);
        jdbi.useHandle(h ->
                h.execute("update reassignment set due_at = now() - interval '1 hour' where id = cast(? as uuid)", id));
        sweeper.sweep();
        as("partner2")
                .get("/reassignments/{id}", id)
                .then()
                .body("state", is("expired"))
                .body("allowedActions", not(hasItem("agree")));
    }

    @Test
    void staffAnswerForAPartnerThatHasNobodyHere() {
        String name = unique("只打电话的公司");
        ATable.with(name + ",,企业,大港街道,某人,13900007001,修灯,2020-04-03\n")
                .imported()
                .then()
                .statusCode(201);
        String silent = as("staff1").get("/partners?q={q}", name).path("items[0].id");
        String project = aProject().claimed();
        String id = propose(claimOn(project), silent)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        agree("staff1", id).then().statusCode(200).body("toAgreed", is(true)).body("fromAgreed", is(false));
        agree("staff1", id).then().statusCode(409);
        agree("partner1", id).then().body("state", is("completed"));
        as("staff1").get("/projects/{id}/claims", project).then().body("items[0].onBehalf", is(true));
    }

    private static int marks() {
        return as("partner1")
                .get("/partners/{id}/record", Town.partnerOf("partner1"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getInt("givenBack");
    }

    private static String claimOn(String project) {
        return as("staff1").get("/projects/{id}", project).path("holders[0].claimId");
    }

    private static Response propose(String claim, String partner) {
        var form = Map.of("claimId", claim, "partnerId", partner, "reason", "原单位搬走了。");
        return as("staff1").post("/reassignments", form);
    }

    private static String proposed(String claim) {
        return propose(claim, Town.partnerOf("partner2"))
                .then()
                .statusCode(201)
                .body("state", is("proposed"))
                .extract()
                .path("id");
    }

    private static Response agree(String who, String id) {
        return as(who).step("/reassignments/{id}/agree", id);
    }
}
