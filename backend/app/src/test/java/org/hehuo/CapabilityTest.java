package org.hehuo;

import static org.hamcrest.Matchers.comparesEqualTo;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hehuo.Given.aCapability;
import static org.hehuo.Given.aPartner;
import static org.hehuo.Given.aProject;
import static org.hehuo.Persona.aPasserBy;
import static org.hehuo.Persona.as;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a partner can give, and what is left of it. */
@RealTest
class CapabilityTest {
    private static final String ONE = "/partners/{id}/capabilities/{capability}";

    @Test
    void itIsSeenUntilItRests() {
        var ids = aCapability().of(aPartner().ownedBy("partner2").joined()).given();
        aPasserBy()
                .get(ONE, ids.toArray())
                .then()
                .statusCode(200)
                .body("title", is("上门修灯换灯"))
                .body("categories.code", is(List.of("PWR01")))
                .body("left", nullValue())
                .body("allowedActions", empty());
        as("partner2")
                .step(ONE + "/pause", ids.toArray())
                .then()
                .statusCode(200)
                .body("allowedActions", is(List.of("resume", "retire", "edit")));
        aPasserBy().get("/partners/{id}/capabilities", ids.getFirst()).then().body("items", empty());
        as("partner2")
                .get("/partners/{id}/capabilities", ids.getFirst())
                .then()
                .body("items.state", is(List.of("paused")));
        as("partner2").step(ONE + "/resume", ids.toArray()).then().statusCode(200);
        as("partner2").step(ONE + "/retire", ids.toArray()).then().statusCode(200);
        as("partner2")
                .step(ONE + "/resume", ids.toArray())
                .then()
                .statusCode(409)
                .body("state", is("retired"));
        String etag = as("partner2").get(ONE, ids.toArray()).header("ETag");
        as("partner2")
                .patch(etag, ONE, Map.of("title", "晚了"), ids.toArray())
                .then()
                .statusCode(409);
    }

    @Test
    void itIsChangedByItsOwnersAlone() {
        var ids = aCapability().of(aPartner().ownedBy("partner2").joined()).given();
        String etag = as("partner2").get(ONE, ids.toArray()).header("ETag");
        as("partner2")
                .patch(etag, ONE, Map.of("quantity", "60", "unit", "处"), ids.toArray())
                .then()
                .statusCode(200)
                .body("quantity", is("60"))
                .body("left", is("60"));
        as("partner2")
                .patch(etag, ONE, Map.of("title", "旧的"), ids.toArray())
                .then()
                .statusCode(412);
        as("partner1")
                .patch(etag, ONE, Map.of("title", "别家的"), ids.toArray())
                .then()
                .statusCode(403);
        // Under another partner's address there is no such thing.
        as("admin1").get(ONE, Town.partnerOf("partner1"), ids.getLast()).then().statusCode(404);
    }

    @Test
    void anAmountNeedsAUnit() {
        var form = Map.of(
                "kind", "goods",
                "title", "树苗",
                "categoryCodes", List.of(),
                "areaCodes", List.of(),
                "quantity", "20",
                "charge", "free",
                "photoIds", List.of());
        as("partner1")
                .post("/partners/{id}/capabilities", form, Town.partnerOf("partner1"))
                .then()
                .statusCode(422)
                .body("violations.field", is(List.of("unit")));
    }

    @Test
    void whatIsLeftIsWorkedOutFromClaims() {
        String partner = aPartner().ownedBy("partner2").joined();
        var ids = aCapability()
                .of(partner)
                .with("categoryCodes", List.of("PWR"))
                .with("quantity", "10")
                .with("monthly", "3")
                .with("unit", "人")
                .given();
        var later = aCapability()
                .of(partner)
                .with("quantity", "5")
                .with("unit", "人")
                .given();
        String project = aProject().published();
        as("partner2")
                .post("/projects/{id}/claims", Map.of("partnerId", partner), project)
                .then()
                .statusCode(201);
        aPasserBy()
                .get(ONE, ids.toArray())
                .then()
                .body("used.toBigDecimal()", comparesEqualTo(new BigDecimal("2")))
                .body("left.toBigDecimal()", comparesEqualTo(new BigDecimal("1")));
        // What two could give was given once.
        aPasserBy().get(ONE, later.toArray()).then().body("left.toBigDecimal()", comparesEqualTo(new BigDecimal("5")));
    }

    @Test
    void theDirectoryIsSearchedByWhatPartnersCanGive() {
        String partner = aPartner().ownedBy("partner2").joined();
        aCapability().of(partner).with("categoryCodes", List.of("GRN01")).given();
        String all = "/partners?pageSize=100&category=";
        aPasserBy().get(all + "GRN01").then().statusCode(200).body("items.id", hasItem(partner));
        aPasserBy().get(all + "GRN").then().body("items.id", hasItem(partner));
        aPasserBy().get(all + "PWR01").then().body("items.id", not(hasItem(partner)));
        aPasserBy().get(all + "NONE").then().statusCode(200).body("items", empty());
    }
}
