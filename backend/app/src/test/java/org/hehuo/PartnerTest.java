package org.hehuo;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hehuo.Given.aPartner;
import static org.hehuo.Persona.aPasserBy;
import static org.hehuo.Persona.as;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A partner keeps its own entry true (S5: it joins another community). */
@RealTest
class PartnerTest {
    @Test
    void anOwnerJoinsAnotherCommunity() {
        String partner = aPartner().ownedBy("partner2").joined();
        String etag = as("partner2").get("/partners/{id}", partner).header("ETag");
        var change = Map.of("areaCodes", List.of(Town.DISTRICT, Town.HOME), "intro", "有求必应");
        as("partner2")
                .patch(etag, "/partners/{id}", change, partner)
                .then()
                .statusCode(200)
                .body("areas.code", containsInAnyOrder(Town.DISTRICT, Town.HOME))
                .body("fields.code", contains("governance"))
                .body("intro", is("有求必应"));
        aPasserBy().get("/partners?pageSize=100&area=" + Town.HOME).then().body("items.id", hasItem(partner));
        as("partner2").patch(etag, "/partners/{id}", change, partner).then().statusCode(412);
    }

    @Test
    void itServesSomewhere() {
        String partner = aPartner().ownedBy("partner2").joined();
        String etag = as("partner2").get("/partners/{id}", partner).header("ETag");
        as("partner2")
                .patch(etag, "/partners/{id}", Map.of("areaCodes", List.of()), partner)
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("areaCodes"));
        as("partner2")
                .patch(etag, "/partners/{id}", Map.of("areaCodes", List.of("370203999")), partner)
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("not_found"));
        as("partner1")
                .patch(etag, "/partners/{id}", Map.of("intro", "别家的"), partner)
                .then()
                .statusCode(403);
    }
}
