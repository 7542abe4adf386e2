package org.hehuo;

import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;
import static org.hehuo.Given.aProject;
import static org.hehuo.Persona.aPasserBy;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.Test;

/** What can be claimed in the district, in one place: by field, category and area. */
@RealTest
class OpenNeedsTest {
    private static final String LIGHT = "categories.find { it.what.code == 'PWR' }.projects";

    @Test
    void whatCanBeClaimedIsCountedAndNothingElse() {
        aProject().published();
        var before = counts("");
        aProject().published();
        aProject().drafted();
        aProject().claimed();
        var after = counts("");
        assertEquals(before.getInt("projects") + 1, after.getInt("projects"));
        assertEquals(before.getInt(LIGHT) + 1, after.getInt(LIGHT));
        for (String by : new String[] {"fields", "categories", "areas"})
            assertEquals(after.getInt("projects"), after.getInt(by + ".projects.sum()"), by);
    }

    @Test
    void belowAnAreaTheNextLevelIsCounted() {
        aProject().published();
        String street = Town.HOME.substring(0, 9);
        aPasserBy()
                .get("/projects/open-needs?area=" + street)
                .then()
                .statusCode(200)
                .body("areas.what.code", everyItem(startsWith(street)))
                .body("areas.what.code", hasItem(Town.HOME));
        aPasserBy().get("/projects/open-needs?area=x").then().statusCode(400);
        assertEquals(0, counts("?area=370299").getInt("projects"));
    }

    private static JsonPath counts(String query) {
        return aPasserBy()
                .get("/projects/open-needs" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
