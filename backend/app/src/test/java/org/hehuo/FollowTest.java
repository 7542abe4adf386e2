package org.hehuo;

import static org.hamcrest.Matchers.is;
import static org.hehuo.Given.aProject;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who follows a topic follows what grows from it, until they stop the one or the other. */
@RealTest
class FollowTest {
    @Inject
    EventFlow events;

    @Test
    void whatGrowsFromATopicIsFollowedWithIt() {
        String topic = aTopic().by("resident2").accepted();
        String project = aProject().grownFrom(topic).published();
        follows("resident2", "/projects/" + project, true);
        follows("resident1", "/projects/" + project, false);
        AProject.claim(project, "partner1");
        assertEquals(1, told("resident2", "claim.confirmed", project));
    }

    @Test
    void theProjectAloneCanBeStopped() {
        String topic = aTopic().by("resident2").accepted();
        String project = aProject().grownFrom(topic).published();
        as("resident2")
                .delete("/me/follows/{id}", project)
                .then()
                .statusCode(200)
                .body("following", is(false));
        as("resident2").delete("/me/follows/{id}", project).then().statusCode(200);
        follows("resident2", "/projects/" + project, false);
        follows("resident2", "/topics/" + topic, true);
        AProject.claim(project, "partner1");
        assertEquals(0, told("resident2", "claim.confirmed", project));
        as("resident2")
                .put("/me/follows/{id}", java.util.Map.of(), project)
                .then()
                .statusCode(200);
        follows("resident2", "/projects/" + project, true);
    }

    @Test
    void whatIsStoppedIsNotListed() {
        String topic = aTopic().by("resident2").posted();
        as("resident2").delete("/me/follows/{id}", topic).then().statusCode(200);
        assertEquals(
                List.of(),
                as("resident2")
                        .get("/me/follows")
                        .jsonPath()
                        .getList("items.findAll { it.subject.id == '" + topic + "' }"));
    }

    private static void follows(String who, String page, boolean following) {
        as(who).get(page).then().body("following", is(following));
    }

    private int told(String who, String type, String thing) {
        events.settle();
        return as(who).told(type, thing);
    }
}
