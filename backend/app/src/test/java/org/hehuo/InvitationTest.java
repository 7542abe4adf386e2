package org.hehuo;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
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

/** Staff ask a partner to claim: its yes is a claim, its no has a reason, and nobody waits for ever. */
@RealTest
class InvitationTest {
    private static final Map<String, String> NOT_NOW = Map.of("reason", "这个月人手不够。");

    @Inject
    Sweeper sweeper;

    @Inject
    Jdbi jdbi;

    @Test
    void aYesIsAClaim() {
        String project = aProject().published();
        String id = AnInvitation.sent(project, "partner1");
        as("partner1")
                .get("/invitations?state=sent&partner={id}", Town.partnerOf("partner1"))
                .then()
                .body("items.id", hasItem(id))
                .body("items.find { it.id == '" + id + "' }.message", is(AnInvitation.MESSAGE))
                .body("items.find { it.id == '" + id + "' }.allowedActions", is(List.of("accept", "decline")));
        Awaitility.await().until(() -> as("partner1").told("invitation.sent", project) == 1);
        accept("partner1", id)
                .then()
                .statusCode(200)
                .body("state", is("accepted"))
                .body("claimId", notNullValue())
                .body("allowedActions", empty());
        as("resident1")
                .get("/projects/{id}", project)
                .then()
                .body("state", is("claimed"))
                .body("holders.partner.id", is(List.of(Town.partnerOf("partner1"))));
    }

    @Test
    void whoClaimsHasAcceptedWhereverItClaims() {
        String project = aProject().published();
        String id = AnInvitation.sent(project, "partner1");
        String claim = AProject.claim(project, "partner1");
        as("partner1")
                .get("/invitations/{id}", id)
                .then()
                .body("state", is("accepted"))
                .body("claimId", is(claim));
        String reviewed = aProject().reviewed().published();
        String asked = AnInvitation.sent(reviewed, "partner1");
        accept("partner1", asked).then().body("state", is("accepted"));
        as("staff1").get("/projects/{id}/claims", reviewed).then().body("items[0].state", is("submitted"));
    }

    @Test
    void aShareIsTakenWithTheYes() {
        String project = aProject().shared(3, 20).published();
        String need = as("staff1").get("/projects/{id}", project).path("needs[0].id");
        String id = AnInvitation.sent(project, "partner1");
        var tooMuch = Map.of("shares", List.of(Map.of("needId", need, "quantity", 21)));
        as("partner1").post("/invitations/{id}/accept", tooMuch, id).then().statusCode(409);
        as("partner1").get("/invitations/{id}", id).then().body("state", is("sent"));
        var some = Map.of("shares", List.of(Map.of("needId", need, "quantity", 12)), "text", "我们出十二株。");
        as("partner1").post("/invitations/{id}/accept", some, id).then().statusCode(200);
        as("staff1")
                .get("/projects/{id}", project)
                .then()
                .body("state", is("open"))
                .body("needs[0].filled", is("12"));
    }

    @Test
    void aNoHasAReasonAndAnotherTimeIsAnotherInvitation() {
        String project = aProject().published();
        String id = AnInvitation.sent(project, "partner1");
        as("partner1").post("/invitations/{id}/decline", Map.of(), id).then().statusCode(422);
        as("partner1")
                .post("/invitations/{id}/decline", NOT_NOW, id)
                .then()
                .statusCode(200)
                .body("state", is("declined"))
                .body("endReason", is(NOT_NOW.get("reason")));
        accept("partner1", id).then().statusCode(409).body("state", is("declined"));
        Awaitility.await().until(() -> as("staff1").told("invitation.declined", project) == 1);
        AnInvitation.sent(project, "partner1");
    }

    @Test
    void nothingNeedBeSaid() {
        var form =
                Map.of("projectId", aProject().published(), "partnerId", Town.partnerOf("partner1"), "message", "  ");
        as("staff1").post("/invitations", form).then().statusCode(201).body("message", nullValue());
    }

    @Test
    void onlyOneIsSentAtATimeAndOnlyToWhomMayClaimWhatIsFree() {
        String project = aProject().published();
        AnInvitation.sent(project, "partner1");
        AnInvitation.ask(project, Town.partnerOf("partner1"))
                .then()
                .statusCode(409)
                .body("code", is("invitation.sent"));
        AnInvitation.ask(project, "HH-9999").then().statusCode(422).body("violations.field", hasItem("partnerId"));
        AnInvitation.ask(project, aPartner().ownedBy("partner2").suspended())
                .then()
                .statusCode(422);
        AnInvitation.ask(aProject().drafted(), Town.partnerOf("partner1"))
                .then()
                .statusCode(409)
                .body("state", is("draft"));
        AnInvitation.ask(aProject().claimed(), Town.partnerOf("partner2"))
                .then()
                .statusCode(409)
                .body("state", is("claimed"));
        var banks = Map.of("kinds", List.of("finance"));
        String forBanks = aProject().with("eligibility", banks).published();
        AnInvitation.ask(forBanks, aPartner().ownedBy("partner2").joined())
                .then()
                .statusCode(409)
                .body("code", is("claim.kind_not_eligible"));
    }

    @Test
    void whileARoundIsOnNobodyIsAskedAside() {
        String project = aProject().published();
        String id = AnInvitation.sent(project, "partner1");
        aMeeting().about(project).open();
        accept("partner1", id).then().statusCode(409).body("code", is("claim.round_is_on"));
        AnInvitation.ask(project, Town.partnerOf("partner2"))
                .then()
                .statusCode(409)
                .body("code", is("claim.round_is_on"));
        String kept = aProject().published();
        aMeeting().about(kept).scheduled();
        AnInvitation.ask(kept, Town.partnerOf("partner1"))
                .then()
                .statusCode(409)
                .body("code", is("claim.kept_for_round"));
    }

    @Test
    void whatNobodyAnswersExpiresAndIsNotAcceptedAfterItsDate() {
        String project = aProject().published();
        String id = AnInvitation.sent(project, "partner1");
        pass(id);
        accept("partner1", id).then().statusCode(409).body("code", is("invitation.expired"));
        as("staff1").get("/projects/{id}", project).then().body("state", is("open"));
        sweeper.sweep();
        as("partner1").get("/invitations/{id}", id).then().body("state", is("expired"));
    }

    @Test
    void whatAnotherTookOrWhoIsKeptOutIsNotWaitedFor() {
        String project = aProject().published();
        String id = AnInvitation.sent(project, "partner1");
        AProject.claim(project, "partner2");
        accept("partner1", id).then().statusCode(409).body("state", is("claimed"));
        as("staff1").get("/projects/{id}", project).then().body("waitlistLength", is(0));
        sweeper.sweep();
        as("partner1").get("/invitations/{id}", id).then().body("state", is("expired"));
        Awaitility.await().until(() -> as("partner1").told("invitation.lapsed", project) == 1);
        String partner = aPartner().ownedBy("partner2").joined();
        String other = AnInvitation.ask(aProject().published(), partner)
                .then()
                .extract()
                .path("id");
        as("admin1").post("/partners/{id}/suspend", NOT_NOW, partner).then().statusCode(200);
        accept("partner2", other).then().statusCode(422);
        sweeper.sweep();
        as("staff1").get("/invitations/{id}", other).then().body("state", is("expired"));
    }

    @Test
    void acceptedTwiceAtOnceIsOneClaim() {
        String project = aProject().shared(5, 20).published();
        String id = AnInvitation.sent(project, "partner1");
        var answers = Together.each(6, i -> accept("partner1", id).statusCode());
        assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers.toString());
        as("staff1").get("/projects/{id}/claims", project).then().body("items.size()", is(1));
    }

    @Test
    void withdrawnMeanwhileIsNotAccepted() {
        String project = aProject().published();
        String id = AnInvitation.sent(project, "partner1");
        as("staff1")
                .post("/invitations/{id}/withdraw", Map.of("reason", "请错了。"), id)
                .then()
                .statusCode(200);
        accept("partner1", id).then().statusCode(409).body("state", is("withdrawn"));
        as("staff1").get("/projects/{id}", project).then().body("state", is("open"));
    }

    @Test
    void staffAnswerForAPartnerThatHasNobodyHere() {
        String name = unique("只打电话的公司");
        ATable.with(name + ",,企业,大港街道,某人,13900007002,修灯,2020-04-03\n")
                .imported()
                .then()
                .statusCode(201);
        String silent = as("staff1").get("/partners?q={q}", name).path("items[0].id");
        String project = aProject().published();
        String id = AnInvitation.ask(project, silent)
                .then()
                .statusCode(201)
                .body("allowedActions", is(List.of("accept", "decline", "withdraw")))
                .extract()
                .path("id");
        accept("staff1", id).then().statusCode(200);
        as("staff1").get("/projects/{id}/claims", project).then().body("items[0].onBehalf", is(true));
    }

    @Test
    void othersSeeNothingOfIt() {
        String project = aProject().published();
        String id = AnInvitation.sent(project, "partner1");
        as("partner2").get("/invitations?project={id}", project).then().body("items", empty());
        as("staff2").get("/invitations?project={id}", project).then().body("items", empty());
        as("partner2").get("/invitations/{id}", id).then().statusCode(404);
        as("resident1").get("/projects/{id}/timeline", project).then().body("items.action", not(hasItem("invite")));
        as("partner1").get("/projects/{id}/timeline", project).then().body("items.action", hasItem("invite"));
    }

    private void pass(String id) {
        jdbi.useHandle(h ->
                h.execute("update invitation set due_at = now() - interval '1 hour' where id = cast(? as uuid)", id));
    }

    private static Response accept(String who, String id) {
        return as(who).step("/invitations/{id}/accept", id);
    }
}
