package org.hehuo;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hehuo.Given.aCapability;
import static org.hehuo.Given.aPartner;
import static org.hehuo.Given.aProject;
import static org.hehuo.Persona.aPasserBy;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A partner may rest, go, or turn out to be one with another; nobody is left waiting for it. */
@RealTest
class PartnerLifeTest {
    private static final Map<String, String> MOVED = Map.of("reason", "搬到外区了。");

    @Test
    void aSuspendedPartnerIsGoneFromEverywhereAtOnce() {
        String partner = aPartner().ownedBy("partner2").joined();
        var capability = aCapability().of(partner).given().toArray();
        as("admin1")
                .post("/partners/{id}/suspend", Map.of("reason", "执照过期了。"), partner)
                .then()
                .statusCode(200)
                .body("state", is("suspended"))
                .body("allowedActions", hasItems("reinstate", "leave", "merge"));
        aPasserBy().get("/partners/{id}", partner).then().statusCode(404);
        aPasserBy().get("/partners?pageSize=100").then().body("items.id", not(hasItem(partner)));
        as("partner2").get("/partners/{id}", partner).then().statusCode(200).body("reason", is("执照过期了。"));
        String offer = "/partners/{id}/capabilities/{capability}";
        aPasserBy().get(offer, capability).then().statusCode(404);
        as("partner2").get(offer, capability).then().statusCode(200);
        String project = aProject().published();
        as("partner2")
                .post("/projects/{id}/claims", Map.of("partnerId", partner), project)
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("partnerId"));

        as("admin1").post("/partners/{id}/reinstate", Map.of(), partner).then().statusCode(200);
        aPasserBy().get("/partners/{id}", partner).then().statusCode(200).body("reason", is((String) null));
    }

    @Test
    void whoeverStillHoldsSomethingCannotLeaveAndIsToldWhat() {
        var owner = Realm.newcomer("店主白露").arrives();
        String partner = aPartner().ownedBy(owner).joined();
        String project = aProject().published();
        String claim = owner.post("/projects/{id}/claims", Map.of("partnerId", partner), project)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as("admin1")
                .post("/partners/{id}/leave", MOVED, partner)
                .then()
                .statusCode(409)
                .body("code", is("partner.holds_claims"))
                .body("state", is("active"))
                .body("detail", containsString(project));

        owner.post("/claims/{id}/withdraw", Map.of("reason", "人手不够。"), claim)
                .then()
                .statusCode(200);
        as("admin1")
                .post("/partners/{id}/leave", MOVED, partner)
                .then()
                .statusCode(200)
                .body("state", is("left"));
        owner.get("/me").then().body("memberships", empty());
        aPasserBy().get("/partners?pageSize=100").then().body("items.id", not(hasItem(partner)));
        // What it did stays to be read, and its name is free.
        aPasserBy().get("/partners/{id}/timeline", partner).then().body("items.action", is(List.of("create", "leave")));
        as("admin1")
                .post("/partners/{id}/members", Map.of("personId", owner.id()), partner)
                .then()
                .statusCode(409)
                .body("state", is("left"));
    }

    @Test
    void twoEntriesOfOneOrganisationBecomeOne() {
        var first = Realm.newcomer("经理秋分").arrives();
        var second = Realm.newcomer("经理寒露").arrives();
        String stays = aPartner().ownedBy(first).joined();
        String doubled = aPartner().ownedBy(second).joined();
        String project = aProject().published();
        second.post("/projects/{id}/claims", Map.of("partnerId", doubled), project)
                .then()
                .statusCode(201);

        as("admin1")
                .post("/partners/{id}/merge", Map.of("intoId", doubled), doubled)
                .then()
                .statusCode(422);
        as("admin1")
                .post("/partners/{id}/merge", Map.of("intoId", stays), doubled)
                .then()
                .statusCode(200)
                .body("id", is(stays))
                .body("claimsHeld", is(1));
        aPasserBy()
                .get("/partners/{id}", doubled)
                .then()
                .body("state", is("left"))
                .body("mergedInto.id", is(stays));
        aPasserBy().get("/projects/{id}", project).then().body("holders.partner.id", is(List.of(stays)));
        second.get("/me").then().body("memberships.partner.id", is(List.of(stays)));
        first.get("/partners/{id}/members", stays).then().body("items.role", is(List.of("owner", "owner")));
    }

    @Test
    void twoThatHoldOneProjectAreNotMerged() {
        var first = Realm.newcomer("经理霜降").arrives();
        var second = Realm.newcomer("经理立冬").arrives();
        String stays = aPartner().ownedBy(first).joined();
        String doubled = aPartner().ownedBy(second).joined();
        String project = aProject().published();
        first.post("/projects/{id}/claims", Map.of("partnerId", stays), project)
                .then()
                .statusCode(201);
        second.post("/projects/{id}/claims", Map.of("partnerId", doubled), project)
                .then()
                .statusCode(201);
        as("admin1")
                .post("/partners/{id}/merge", Map.of("intoId", stays), doubled)
                .then()
                .statusCode(409)
                .body("code", is("partner.both_claim"))
                .body("detail", containsString(project));
        aPasserBy().get("/partners/{id}", doubled).then().body("state", is("active"));
    }

    @Test
    void aTermIsRenewedFromItsEnd() {
        String partner = aPartner().joined();
        String end = aPasserBy().get("/partners/{id}", partner).path("termEndsOn");
        String renewed = as("admin1")
                .post("/partners/{id}/renew", Map.of(), partner)
                .then()
                .statusCode(200)
                .extract()
                .path("termEndsOn");
        assertEquals(LocalDate.parse(end).plusYears(2), LocalDate.parse(renewed));
    }

    @Test
    void whomToAskIsForItselfAndForTheDistrictOnPurpose() {
        var owner = Realm.newcomer("店主小满").arrives();
        String partner = aPartner().ownedBy(owner).joined();
        owner.get("/partners/{id}", partner).then().body("contact.phone", is("13900007001"));
        for (var other : List.of(aPasserBy(), as("partner2"), as("admin1"))) {
            other.get("/partners/{id}", partner).then().statusCode(200).body("contact", is((Object) null));
        }
        as("admin1")
                .step("/partners/{id}/reveal-contact", partner)
                .then()
                .statusCode(200)
                .body("phone", is("13900007001"));
        as("admin1").get("/audit?thing=" + partner).then().body("items.action", hasItem("partner.reveal-contact"));
    }
}
