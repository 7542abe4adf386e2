package org.hehuo;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.not;
import static org.hehuo.Given.aCapability;
import static org.hehuo.Given.aPartner;
import static org.hehuo.Given.aProject;
import static org.hehuo.Given.unique;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who could meet a need, and which needs a partner could meet: each with its reasons. */
@RealTest
class MatchTest {
    private static final Map<String, String> REASON = Map.of("reason", "资料要核对。");

    @Test
    void whoCanIsFoundWithReasonsAndWithWhatIsMissing() {
        String words = unique("旋梯感应");
        String near = aPartner().ownedBy("partner2").serving(Town.STREET).joined();
        aCapability()
                .of(near)
                .with("categoryCodes", List.of("CUL04"))
                .with("title", words + "检修")
                .given();
        String costly = aPartner().ownedBy("partner2").serving(Town.ELSEWHERE).joined();
        aCapability()
                .of(costly)
                .with("categoryCodes", List.of("CUL04"))
                .with("title", words + "改造")
                .with("charge", "at_cost")
                .given();
        String project =
                aProject().with("category", "CUL04").titled(words + "坏了").published();
        String first = "items.find { it.partner.id == '" + near + "' }.";
        String second = "items.find { it.partner.id == '" + costly + "' }.";
        matches(project)
                .body("items[0].partner.id", is(near))
                .body("items.size()", lessThanOrEqualTo(20))
                .body(first + "reasons", is(List.of("category", "words", "area", "kind")))
                .body(first + "score", is(90))
                .body(first + "gaps", is(List.of()))
                .body(second + "gaps", hasItems("area", "cost"));
        var partners = matches(project).extract().jsonPath().getList("items.partner.id", String.class);
        assertEquals(partners.size(), new TreeSet<>(partners).size(), "each is named once");
    }

    @Test
    void whoStandsBehindItOrMayNotClaimOrIsKeptOutIsNotNamed() {
        String words = unique("天井排风");
        String one = aPartner().ownedBy("partner2").serving(Town.HOME).joined();
        String two = aPartner().ownedBy("partner2").serving(Town.HOME).joined();
        for (String partner : List.of(one, two))
            aCapability()
                    .of(partner)
                    .with("categoryCodes", List.of("ELD01"))
                    .with("title", words)
                    .given();
        String shared =
                aProject().with("category", "ELD01").shared(3, 20).titled(words).published();
        matches(shared).body("items.partner.id", hasItems(one, two));
        as("partner2")
                .post("/projects/{id}/claims", share(shared, one), shared)
                .then()
                .statusCode(201);
        matches(shared).body("items.partner.id", not(hasItem(one))).body("items.partner.id", hasItem(two));
        var banks = Map.of("kinds", List.of("finance"));
        String forBanks = aProject()
                .with("category", "ELD01")
                .with("eligibility", banks)
                .titled(words)
                .published();
        matches(forBanks).body("items.partner.id", not(hasItem(two)));
        String forGold = aProject()
                .with("category", "ELD01")
                .with("eligibility", Map.of("level", "gold"))
                .titled(words)
                .published();
        matches(forGold).body("items.partner.id", not(hasItem(two)));
        as("partner2").get("/matches?partner={id}", two).then().body("items.project.id", not(hasItem(forGold)));
        as("admin1").post("/partners/{id}/suspend", REASON, two).then().statusCode(200);
        matches(shared).body("items.partner.id", not(hasItem(two)));
    }

    @Test
    void whoWasAskedIsMarked() {
        String words = unique("檐口滴水");
        String partner = aPartner().ownedBy("partner2").serving(Town.HOME).joined();
        aCapability()
                .of(partner)
                .with("categoryCodes", List.of("GRN04"))
                .with("title", words)
                .given();
        String project = aProject().with("category", "GRN04").titled(words).published();
        String id = AnInvitation.ask(project, partner)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        matches(project).body("items[0].invitation", is("sent"));
        as("partner2").post("/invitations/{id}/decline", REASON, id).then().statusCode(200);
        matches(project).body("items[0].invitation", is("declined"));
    }

    @Test
    void aPartnerSeesWhatFitsItAndNobodyElseDoes() {
        String words = unique("花架松动");
        String partner = aPartner().ownedBy("partner2").serving(Town.HOME).joined();
        aCapability()
                .of(partner)
                .with("categoryCodes", List.of("TRA01"))
                .with("title", words)
                .given();
        String project = aProject().with("category", "TRA01").titled(words).published();
        as("partner2")
                .get("/matches?partner={id}", partner)
                .then()
                .statusCode(200)
                .body("items[0].project.id", is(project))
                .body("items[0].reasons", hasItems("category", "words", "area"));
        as("partner1").get("/matches?partner={id}", partner).then().statusCode(403);
        String nothing = aPartner().ownedBy("partner2").joined();
        as("partner2").get("/matches?partner={id}", nothing).then().body("items", is(List.of()));
    }

    @Test
    void oneOfTheTwoIsAskedFor() {
        as("staff1").get("/matches").then().statusCode(400);
        as("staff1").get("/matches?project=P-1&partner=HH-1").then().statusCode(400);
        as("staff1").get("/matches?project=P-1").then().statusCode(404);
    }

    private static Map<String, ?> share(String project, String partner) {
        String need = as("staff1").get("/projects/{id}", project).path("needs[0].id");
        return Map.of("partnerId", partner, "shares", List.of(Map.of("needId", need, "quantity", 5)));
    }

    private static ValidatableResponse matches(String project) {
        return as("staff1").get("/matches?project={id}", project).then().statusCode(200);
    }
}
