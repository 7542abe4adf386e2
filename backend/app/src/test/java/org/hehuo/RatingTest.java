package org.hehuo;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hehuo.BadInputTest.isProblem;
import static org.hehuo.Given.aProject;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.aPasserBy;
import static org.hehuo.Persona.as;

import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people think of a result: once each, and without a name where the concern had none. */
@RealTest
class RatingTest {

    @Test
    void whoPostedWithoutANameRatesWithoutOne() {
        String topic = aTopic().by("resident2").anonymous().accepted();
        String project = aProject().grownFrom(topic).completed();
        String name = as("resident2").get("/me").path("displayName");
        rate("resident2", project, 4).then().statusCode(201).body("authorName", is("匿名居民"));
        for (var reader : new Persona[] {aPasserBy(), as("partner1"), as("staff1"), as("resident2")}) {
            reader.get("/evaluations?project={id}", project)
                    .then()
                    .body("items.authorName", hasItem("匿名居民"))
                    .body(not(containsString(name)));
        }
    }

    @Test
    void aSecondRatingIsToldWhereTheProjectStands() {
        String project = aProject().completed();
        rate("resident1", project, 5).then().statusCode(201);
        var again = rate("resident1", project, 1);
        isProblem(again, 409);
        again.then().body("code", is("evaluation.already_given")).body("state", is("completed"));
    }

    @Test
    void whatIsNotDoneYetIsNotRated() {
        var early = rate("resident1", aProject().begun(), 5);
        isProblem(early, 409);
        early.then().body("code", is("evaluation.closed")).body("state", is("in_progress"));
    }

    private static Response rate(String who, String project, int rating) {
        return as(who).post("/evaluations", Map.of("projectId", project, "rating", rating));
    }
}
