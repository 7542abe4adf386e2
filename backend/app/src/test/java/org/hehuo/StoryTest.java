package org.hehuo;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hehuo.Given.aProject;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.aPasserBy;
import static org.hehuo.Persona.as;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was achieved is told to everybody, with its face, once it was accepted. */
@RealTest
class StoryTest {

    @Test
    void aCompletedProjectIsAStory() {
        String project = aProject().grownFrom(aTopic().accepted()).begun();
        var outcome = Map.of(
                "numbers", List.of(Map.of("measure", "感应灯", "value", "8", "unit", "盏")),
                "story", "灯亮了。",
                "beforePhotoIds", List.of(APicture.uploadedBy("partner1")),
                "afterPhotoIds", List.of(APicture.uploadedBy("partner1")));
        as("partner1")
                .post("/projects/{id}/report-completion", Map.of("outcome", outcome), project)
                .then()
                .statusCode(200);
        aPasserBy().get("/stories?pageSize=100").then().body("items.id", not(hasItem(project)));
        as("staff1").step("/projects/{id}/accept", project).then().statusCode(200);
        String told = "items.find { it.id == '" + project + "' }";
        aPasserBy()
                .get("/stories?area=" + Town.HOME)
                .then()
                .statusCode(200)
                .body("items[0].id", is(project))
                .body(told + ".numbers[0].value", is("8"))
                .body(told + ".partners[0].id", is(Town.partnerOf("partner1")))
                .body(told + ".before.thumbUrl", notNullValue())
                .body(told + ".after.thumbUrl", notNullValue())
                .body(told + ".days", is(0));
    }

    @Test
    void whatCameToNothingIsNone() {
        String cancelled = aProject().cancelled();
        aPasserBy().get("/stories?pageSize=100").then().body("items.id", not(hasItem(cancelled)));
    }
}
