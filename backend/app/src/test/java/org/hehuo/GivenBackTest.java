package org.hehuo;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hehuo.AProject.claim;
import static org.hehuo.Given.aProject;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A slot changes hands: everybody may know who holds it, but not why somebody gave it back, nor who waits. */
@RealTest
class GivenBackTest {
    private static final String REASON = "电工住院了，实在抽不出人。";
    private static final List<String> OTHERS = List.of("", "resident1", "partner2", "staff2", Persona.PROGRAM);

    @Inject
    EventFlow events;

    @ParameterizedTest
    @ValueSource(strings = {"partner1", "staff1"})
    void whyItWasGivenBackIsForThePartnerAndTheStaff(String who) {
        String topic = aTopic().accepted();
        String project = aProject().grownFrom(topic).published();
        String claim = claim(project, "partner1");
        withdraw(who, claim);
        for (String page : List.of("/projects/" + project, "/topics/" + topic)) {
            for (String insider : List.of("partner1", "staff1", "street1")) isTold(insider, page, is(REASON));
            for (String other : OTHERS) {
                isTold(other, page, nullValue());
                new Persona(other).get(page + "/timeline").then().body(not(containsString(REASON)));
            }
        }
        assertFalse(events(claim, project).toString().contains(REASON));
    }

    private static void isTold(String who, String page, org.hamcrest.Matcher<?> reason) {
        String step = "items.find { it.subject.kind == 'claim' && it.action == 'withdraw' }";
        new Persona(who)
                .get(page + "/timeline")
                .then()
                .body(step + ".partner.id", is(Town.partnerOf("partner1")))
                .body(step + ".text", reason);
    }

    @Test
    void whatIsSaidInPublicStaysPublic() {
        String topic = aTopic().posted();
        as("staff1")
                .post("/topics/{id}/decline", Map.of("reason", REASON), topic)
                .then()
                .statusCode(200);
        Persona.aPasserBy().get("/topics/{id}/timeline", topic).then().body("items.text", hasItem(REASON));
    }

    @Test
    void whoMovesUpIsNamedToEverybody() {
        String project = aProject().heldBy("partner2").claimed();
        String first = as("staff1").get("/projects/{id}", project).path("holders[0].claimId");
        String second = claim(project, "partner1");
        assertEquals(List.of(), events(second));
        withdraw("partner2", first);
        var promoted = events(second);
        assertEquals(
                List.of("claim.promoted"),
                promoted.stream().map(Feed.Item::type).toList());
        String partner = Town.partnerOf("partner1");
        assertEquals(partner, promoted.getFirst().whole().at("/data/partner").asText());
        Persona.aPasserBy()
                .get("/projects/{id}/timeline", project)
                .then()
                .body("items.find { it.action == 'promote' }.partner.id", is(partner))
                .body("items.action", not(hasItem("waitlist")));
    }

    @Test
    void whoLeavesTheLineWasNeverThere() {
        String project = aProject().heldBy("partner2").claimed();
        String waiting = claim(project, "partner1");
        withdraw("staff1", waiting);
        assertEquals(List.of(), events(waiting));
        for (String other : OTHERS) {
            new Persona(other)
                    .get("/projects/{id}/timeline", project)
                    .then()
                    .body("items.subject.id", not(hasItem(waiting)));
        }
        String own = "items.findAll { it.subject.id == '" + waiting + "' }.action";
        for (String insider : List.of("partner1", "staff1", "street1")) {
            as(insider).get("/projects/{id}/timeline", project).then().body(own, is(List.of("waitlist", "withdraw")));
        }
    }

    private List<Feed.Item> events(String... things) {
        events.settle();
        return Feed.about(things);
    }

    private static void withdraw(String who, String claim) {
        as(who).post("/claims/{id}/withdraw", Map.of("reason", REASON), claim)
                .then()
                .statusCode(200);
    }
}
