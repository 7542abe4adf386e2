package org.hehuo;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hehuo.Persona.as;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What staff often say is the district's to write, and the staff's to begin with. */
@RealTest
class ReasonTemplateTest {
    private static final String OF_HIDE = "items.find { it.step == 'hide' }.texts";

    @Test
    void theProgrammeBeginsWithSome() {
        for (String step : List.of("decline", "ask", "transfer", "send_back", "resolve")) {
            as("staff1")
                    .get("/reason-templates")
                    .then()
                    .statusCode(200)
                    .body("items.find { it.step == '" + step + "' }.texts", not(empty()));
        }
    }

    @Test
    void theDistrictSaysWhatIsOfferedAndInWhichOrder() {
        as("admin1")
                .put("/reason-templates/hide", Map.of("texts", List.of("广告。", "骂人。")))
                .then()
                .statusCode(200)
                .body("texts", is(List.of("广告。", "骂人。")));
        as("admin1").put("/reason-templates/hide", Map.of("texts", List.of("骂人。", "广告。", "重复。")));
        as("staff1").get("/reason-templates").then().body(OF_HIDE, is(List.of("骂人。", "广告。", "重复。")));
        as("admin1").get("/audit?thing=hide").then().body("items.action", hasItem("reason_template.set"));
        as("admin1")
                .put("/reason-templates/hide", Map.of("texts", List.of()))
                .then()
                .statusCode(200);
        as("staff1").get("/reason-templates").then().body(OF_HIDE, empty());
    }

    @Test
    void theyAreFewAndShortAndOfAStep() {
        as("admin1")
                .put("/reason-templates/hide", Map.of("texts", Collections.nCopies(21, "广告。")))
                .then()
                .statusCode(422);
        as("admin1")
                .put("/reason-templates/hide", Map.of("texts", List.of("长".repeat(201))))
                .then()
                .statusCode(422);
        as("admin1")
                .put("/reason-templates/hide", Map.of("texts", List.of(" ")))
                .then()
                .statusCode(422);
        as("admin1")
                .put("/reason-templates/accept", Map.of("texts", List.of()))
                .then()
                .statusCode(404);
    }
}
