package org.hehuo;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hehuo.AProject.claim;
import static org.hehuo.Given.aPartner;
import static org.hehuo.Given.aProject;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Partners offer themselves, staff choose one and tell the others why not. */
@RealTest
class ReviewedClaimTest {
    private static final Map<String, String> REASON = Map.of("reason", "学校离得更近，这次先请学校。");

    @Inject
    Jdbi jdbi;

    @Inject
    EventFlow events;

    @Test
    void whoOffersItselfTakesNoSlotAndMayBeChosen() {
        String project = aProject().reviewed().published();
        String first = claim(project, "partner1");
        String second = claim(project, "partner2");
        as("staff1")
                .get("/projects/{id}", project)
                .then()
                .body("state", is("open"))
                .body("slotsLeft", is(1));
        as("staff1")
                .get("/claims/{id}", first)
                .then()
                .body("state", is("submitted"))
                .body("beginBy", nullValue())
                .body("allowedActions", hasItems("confirm", "reject"));
        confirm("staff1", first)
                .then()
                .statusCode(200)
                .body("state", is("confirmed"))
                .body("beginBy", not(nullValue()));
        as("resident1")
                .get("/projects/{id}", project)
                .then()
                .body("state", is("claimed"))
                .body("holders.claimId", is(List.of(first)))
                .body("needs[0].filled", is("2"));
        as("staff1")
                .get("/claims/{id}", second)
                .then()
                .body("state", is("submitted"))
                .body("allowedActions", not(hasItem("confirm")))
                .body("allowedActions", hasItem("reject"));
        confirm("staff1", second)
                .then()
                .statusCode(409)
                .body("code", is("claim.slot_taken"))
                .body("state", is("submitted"))
                .body("allowedActions", hasItem("reject"));
    }

    @Test
    void nobodyWaitsInLineAndWhenTheSlotComesFreeStaffChooseAnew() {
        String project = aProject().reviewed().published();
        String first = claim(project, "partner1");
        String second = claim(project, "partner2");
        confirm("street1", first).then().statusCode(200);
        String late = aPartner().ownedBy("partner1").joined();
        as("partner1").get("/projects/{id}", project).then().body("allowedActions", not(hasItem("claim")));
        offer(project, late).then().statusCode(409).body("code", is("claim.slot_taken"));
        withdraw(first);
        as("partner2").get("/projects/{id}", project).then().body("state", is("open"));
        as("partner2").get("/claims/{id}", second).then().body("state", is("submitted"));
        confirm("staff1", second).then().statusCode(200).body("state", is("confirmed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "resident1", "partner2", "staff2", "admin1", Persona.PROGRAM})
    void whoOfferedItselfAndWhyItWasNotChosenIsNobodysBusiness(String other) {
        String project = aProject().reviewed().published();
        String open = claim(project, "partner1");
        String refused = offer(project, aPartner().ownedBy("partner1").joined()).path("id");
        reject("staff1", refused).then().statusCode(200).body("endReason", is(REASON.get("reason")));
        for (String claim : List.of(open, refused)) {
            new Persona(other).get("/claims/{id}", claim).then().statusCode(404);
            as("partner1").get("/claims/{id}", claim).then().statusCode(200);
        }
        new Persona(other).get("/projects/{id}/claims", project).then().body("items", is(List.of()));
        new Persona(other)
                .get("/projects/{id}/timeline", project)
                .then()
                .body("items.subject.kind", not(hasItem("claim")));
        events.settle();
        assertEquals(List.of(), Feed.about(open, refused));
    }

    @Test
    void thePartnerReadsWhyItWasNotChosenAndMayOfferItselfAgain() {
        String project = aProject().reviewed().published();
        String refused = claim(project, "partner1");
        reject("staff1", refused).then().statusCode(200).body("state", is("rejected"));
        as("partner1")
                .get("/claims/{id}", refused)
                .then()
                .body("endReason", is(REASON.get("reason")))
                .body("allowedActions", is(List.of()));
        as("partner1")
                .get("/projects/{id}/timeline", project)
                .then()
                .body("items.find { it.action == 'reject' }.text", is(REASON.get("reason")));
        String told = "items.findAll { it.subject.id == '" + project + "' }.type";
        await().until(
                        () -> as("partner1")
                                .get("/me/notifications?pageSize=100")
                                .jsonPath()
                                .getList(told),
                        types -> types.contains("claim.rejected"));
        claim(project, "partner1");
    }

    @Test
    void whoTakesItsOfferBackHasNoMark() {
        String offered = claim(aProject().reviewed().published(), "partner1");
        withdraw(offered);
        assertEquals(0, count("select count(*) from claim where id = cast(? as uuid) and marked", offered));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void atTheEndWhoWasNotChosenIsLetGo(boolean completed) {
        String project = aProject().reviewed().published();
        String first = claim(project, "partner1");
        String second = claim(project, "partner2");
        if (completed) {
            confirm("staff1", first).then().statusCode(200);
            as("partner1").step("/projects/{id}/begin", project).then().statusCode(200);
            as("partner1")
                    .post("/projects/{id}/report-completion", AProject.completion(), project)
                    .then()
                    .statusCode(200);
            as("staff1").step("/projects/{id}/accept", project).then().statusCode(200);
        } else {
            as("staff1").post("/projects/{id}/cancel", REASON, project).then().statusCode(200);
        }
        as("partner1").get("/claims/{id}", first).then().body("state", is(completed ? "fulfilled" : "withdrawn"));
        as("partner2").get("/claims/{id}", second).then().body("state", is("withdrawn"));
    }

    @Test
    void aPartnerThatTakesPartNoMoreIsNotChosen() {
        String partner = aPartner().ownedBy("partner1").joined();
        String offered = offer(aProject().reviewed().published(), partner).path("id");
        jdbi.useHandle(h -> h.execute("update partner set state = 'suspended' where id = ?", partner));
        confirm("staff1", offered).then().statusCode(409).body("code", is("wrong_state"));
        as("staff1").get("/claims/{id}", offered).then().body("state", is("submitted"));
    }

    @Test
    void twoStaffWhoChooseTwoAtOnceChooseOne() {
        for (int round = 0; round < 5; round++) {
            String project = aProject().reviewed().published();
            var offers = List.of(claim(project, "partner1"), claim(project, "partner2"));
            var statuses = Together.each(
                    2,
                    i -> confirm(i == 0 ? "staff1" : "street1", offers.get(i)).statusCode());
            assertEquals(List.of(200, 409), statuses.stream().sorted().toList());
            assertEquals(1, count("select held from project where id = ?", project));
            assertEquals(1, count("select count(*) from claim where project_id = ? and state = 'confirmed'", project));
        }
    }

    @Test
    void atMostAHundredOfferThemselvesAndEachOnce() {
        String project = aProject().reviewed().published();
        claim(project, "partner1");
        offer(project, Town.partnerOf("partner1")).then().statusCode(409).body("code", is("claim.already_claimed"));
        jdbi.useHandle(h -> h.execute("""
                with more as (
                    insert into partner (id, state, name, kind, joined_on, term_ends_on, created_at, updated_at, version)
                    select 'HH-' || (900000000 + right(?, 6)::int * 100 + n), state, ? || n, kind, joined_on, term_ends_on,
                        created_at, updated_at, 0
                    from partner, generate_series(1, 98) n where id = ?
                    returning id)
                insert into claim (project_id, partner_id, area_code, person_id, on_behalf, state, created_at, updated_at)
                select project_id, more.id, area_code, person_id, on_behalf, state, created_at, updated_at
                from claim, more where project_id = ?
                """, project, project, Town.partnerOf("partner1"), project));
        var partners = List.of(
                Town.partnerOf("partner2"), aPartner().ownedBy("partner2").joined());
        var statuses = Together.each(
                2,
                i -> as("partner2")
                        .post("/projects/{id}/claims", Map.of("partnerId", partners.get(i)), project)
                        .statusCode());
        assertEquals(List.of(201, 409), statuses.stream().sorted().toList());
    }

    @Test
    void whatPartnersOfferedThemselvesForIsNotChangedUnderTheirFeet() {
        String project = aProject().reviewed().published();
        as("staff1")
                .patch("*", "/projects/" + project, Map.of("summary", "换灯"))
                .then()
                .statusCode(200);
        String offered = claim(project, "partner1");
        as("staff1")
                .patch("*", "/projects/" + project, Map.of("summary", "修灯"))
                .then()
                .statusCode(409);
        reject("staff1", offered).then().statusCode(200);
        as("staff1")
                .patch("*", "/projects/" + project, Map.of("summary", "修灯"))
                .then()
                .statusCode(200);
    }

    private int count(String sql, String value) {
        return jdbi.withHandle(h -> h.select(sql, value).mapTo(Integer.class).one());
    }

    private static Response offer(String project, String partner) {
        return as("partner1").post("/projects/{id}/claims", Map.of("partnerId", partner), project);
    }

    private static Response confirm(String who, String claim) {
        return as(who).step("/claims/{id}/confirm", claim);
    }

    private static Response reject(String who, String claim) {
        return as(who).post("/claims/{id}/reject", REASON, claim);
    }

    private static void withdraw(String claim) {
        as("partner1").post("/claims/{id}/withdraw", REASON, claim).then().statusCode(200);
    }
}
