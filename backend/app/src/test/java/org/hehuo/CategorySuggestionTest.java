package org.hehuo;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hehuo.Persona.aPasserBy;

import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** Whoever says what it is about is shown the category, in the own language. */
@RealTest
class CategorySuggestionTest {
    @Test
    void aSentenceFindsItsCategory() {
        suggested("楼道灯坏了，晚上摸黑", "zh-CN").body("items[0].code", equalTo("PWR01"));
        suggested("The stairwell LAMP is broken", "en").body("items[0].name", equalTo("Stairwell lamps"));
        suggested("嗯", "zh-CN").body("items", empty());
    }

    private static ValidatableResponse suggested(String text, String language) {
        return aPasserBy()
                .request()
                .header("Accept-Language", language)
                .queryParam("text", text)
                .get("/categories/suggestions")
                .then()
                .statusCode(200);
    }
}
