package org.hehuo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hehuo.Given.aPartner;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who belongs to a partner: its owners decide, and the district; one owner always stays. */
@RealTest
class MemberTest {
    private static final int ROUNDS = 10;

    final Persona owner = Realm.newcomer("管理人立秋");
    final Persona colleague = Realm.newcomer("同事秋分");

    @Inject
    Jdbi jdbi;

    @Inject
    EventFlow events;

    @BeforeEach
    void bothHaveSignedInOnce() {
        as("admin1");
        owner.arrives();
        colleague.arrives();
    }

    @Test
    void anOwnerLetsAColleagueInByTheUserName() {
        String partner = joined();
        owner.get("/partners/{id}", partner)
                .then()
                .body("allowedActions", contains("edit", "add-member", "add-capability"));
        owner.post("/partners/{id}/members", Map.of("username", colleague.account()), partner)
                .then()
                .statusCode(201)
                .body("displayName", is("同事秋分"))
                .body("role", is("member"))
                .body("allowedActions", contains("make-owner", "remove"));
        colleague.get("/me").then().body("roles", hasItem("partner")).body("memberships.partner.id", hasItem(partner));
        colleague
                .get("/partners/{id}/members", partner)
                .then()
                .body("items.id", contains(owner.id().toString(), colleague.id().toString()))
                .body("items[0].allowedActions", empty())
                .body("items[1].allowedActions", contains("remove"));
        await().untilAsserted(() -> assertTrue(Realm.roles(colleague.id()).contains("partner")));
        isTold(colleague, "person.joined_partner");
    }

    @Test
    void whoIsThereOrUnknownIsNotAdded() {
        String partner = joined();
        add(owner, partner, colleague).then().statusCode(201);
        add(owner, partner, colleague).then().statusCode(409).body("code", is("partner.member_already"));
        for (var form : java.util.List.of(
                Map.of("username", "nobody-of-that-name"),
                Map.of("personId", "00000000-0000-0000-0000-000000000000"),
                Map.<String, String>of(),
                Map.of("username", colleague.account(), "personId", colleague.id()))) {
            owner.post("/partners/{id}/members", form, partner).then().statusCode(422);
        }
        as("admin1")
                .post("/partners/{id}/members", Map.of("username", colleague.account()), "HH-9999")
                .then()
                .statusCode(404);
    }

    @Test
    void aMemberDecidesAboutNobodyButMayGo() {
        String partner = joined();
        add(owner, partner, colleague).then().statusCode(201);
        colleague.get("/partners/{id}", partner).then().body("allowedActions", empty());
        add(colleague, partner, as("resident1")).then().statusCode(403);
        step(colleague, "make-owner", partner, colleague).then().statusCode(403);
        step(colleague, "remove", partner, owner).then().statusCode(403);
        step(as("partner1"), "remove", partner, colleague).then().statusCode(403);
        step(as("resident1"), "remove", partner, as("resident1")).then().statusCode(403);
        step(colleague, "remove", partner, colleague).then().statusCode(200);
        colleague.get("/me").then().body("roles", not(hasItem("partner"))).body("memberships", empty());
        colleague.get("/partners/{id}/members", partner).then().statusCode(403);
        await().untilAsserted(() -> assertFalse(Realm.roles(colleague.id()).contains("partner")));
        step(owner, "remove", partner, colleague).then().statusCode(404);
    }

    @Test
    void theLastOwnerStaysUntilThereIsAnother() {
        String partner = joined();
        add(owner, partner, colleague).then().statusCode(201);
        for (var who : new Persona[] {owner, as("admin1")}) {
            step(who, "remove", partner, owner).then().statusCode(409).body("code", is("partner.last_owner"));
        }
        step(owner, "make-owner", partner, colleague)
                .then()
                .statusCode(200)
                .body("role", is("owner"))
                .body("allowedActions", contains("remove"));
        step(owner, "make-owner", partner, colleague).then().statusCode(409);
        step(owner, "remove", partner, owner).then().statusCode(200);
        colleague
                .get("/partners/{id}/members", partner)
                .then()
                .body("items.id", contains(colleague.id().toString()))
                .body("items.allowedActions.flatten()", empty());
        isTold(colleague, "person.became_owner");
    }

    /** Each of two owners sees the other and goes, or is sent away, in the same moment. */
    @Test
    void ofTwoOwnersWhoGoAtOnceOneStays() {
        for (int round = 0; round < ROUNDS; round++) {
            String partner = joined();
            as("admin1")
                    .post("/partners/{id}/members", Map.of("personId", colleague.id(), "role", "owner"), partner)
                    .then()
                    .statusCode(201);
            var two = new Persona[] {owner, colleague};
            var answers = Together.each(
                    2, i -> step(as("admin1"), "remove", partner, two[i]).statusCode());
            assertEquals(Map.of(200, 1L, 409, 1L), answers.stream().collect(groupingBy(s -> s, counting())));
            assertEquals(1, owners(partner));
        }
    }

    private int owners(String partner) {
        return jdbi.withHandle(
                h -> h.select("select count(*) from membership where partner_id = ? and role = 'owner'", partner)
                        .mapTo(Integer.class)
                        .one());
    }

    private String joined() {
        return aPartner().ownedBy(owner).joined();
    }

    private static Response add(Persona who, String partner, Persona whom) {
        return who.post("/partners/{id}/members", Map.of("personId", whom.id()), partner);
    }

    private static Response step(Persona who, String verb, String partner, Persona whom) {
        return who.step("/partners/{id}/members/{person}/" + verb, partner, whom.id());
    }

    private void isTold(Persona who, String type) {
        events.settle();
        who.get("/me/notifications").then().body("items.type", hasItem(type));
    }
}
