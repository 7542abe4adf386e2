package org.hehuo;

import static org.awaitility.Awaitility.await;
import static org.hehuo.AProject.claim;
import static org.hehuo.BadInputTest.isProblem;
import static org.hehuo.Given.aProject;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.aPasserBy;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What happens is told as it happens; who lost the line is told what was missed. */
@RealTest
class LiveTest {
    @Inject
    Jdbi jdbi;

    @Test
    void whoWatchesATopicHearsOfItsSteps() {
        String topic = aTopic().posted();
        try (var line = Line.open(aPasserBy(), "/topics/" + topic + "/stream", "")) {
            as("staff1").step("/topics/{id}/accept", topic).then().statusCode(200);
            line.hears("event:happened").hears("topic.accepted");
        }
    }

    @Test
    void whoComesBackHearsWhatWasMissedAndNothingTwice() {
        String topic = aTopic().posted();
        String place;
        try (var line = Line.open(aPasserBy(), "/topics/" + topic + "/stream", "")) {
            as("staff1").step("/topics/{id}/accept", topic).then().statusCode(200);
            place = line.hears("topic.accepted").place();
        }
        as("staff1").step("/topics/{id}/start", topic).then().statusCode(200);
        as("resident2")
                .post("/topics/{id}/replies", Map.of("body", "好。"), topic)
                .then()
                .statusCode(201);
        try (var line = Line.open(aPasserBy(), "/topics/" + topic + "/stream", place)) {
            line.hears("topic.started").hears("topic.replied");
            assertFalse(line.text().contains("topic.accepted"), line::text);
        }
    }

    @Test
    void whoComesBackAfterTooMuchHasHappenedIsToldToReadAnew() {
        String topic = aTopic().posted();
        try (var other = Line.open(aPasserBy(), "/topics/" + aTopic().posted() + "/stream", "")) {
            String place;
            try (var line = Line.open(aPasserBy(), "/topics/" + topic + "/stream", "")) {
                as("staff1").step("/topics/{id}/accept", topic).then().statusCode(200);
                place = line.hears("topic.accepted").place();
            }
            muchHappensElsewhere();
            as("staff1").step("/topics/{id}/start", topic).then().statusCode(200);
            String later;
            try (var line = Line.open(aPasserBy(), "/topics/" + topic + "/stream", place)) {
                later = line.hears("event:again").place();
                other.hears("event:here");
            }
            as("resident2")
                    .post("/topics/{id}/replies", Map.of("body", "好。"), topic)
                    .then()
                    .statusCode(201);
            try (var line = Line.open(aPasserBy(), "/topics/" + topic + "/stream", later)) {
                line.hears("topic.replied");
                assertFalse(line.text().contains("event:again"), line::text);
            }
        }
    }

    /** More than is caught up with. */
    private void muchHappensElsewhere() {
        jdbi.useHandle(h -> h.execute("""
                insert into event (type, subject_kind, subject_id, area, actor_hidden, is_public, at, data)
                select 'topic.urged', 'topic', 'T-2000-000000', '370203', false, true, now(), '{}' from generate_series(1, 501)
                """));
        await().until(() ->
                jdbi.withHandle(h -> h.createQuery("select not exists (select from event where seq is null)")
                        .mapTo(Boolean.class)
                        .one()));
    }

    @Test
    void supportsAreCountedLive() {
        String topic = aTopic().posted();
        try (var line = Line.open(aPasserBy(), "/topics/" + topic + "/stream", "")) {
            line.hears("\"supportCount\":0");
            as("resident2").put("/topics/{id}/support", Map.of(), topic).then().statusCode(200);
            line.hears("\"supportCount\":1");
        }
    }

    @Test
    void aStreamEndsInTimeSoThatWhoMayWatchNoMoreDoesNot() {
        String topic = aTopic().posted();
        try (var line = Line.open(as("resident1"), "/topics/" + topic + "/stream", "")) {
            await().atMost(Duration.ofSeconds(10)).until(line::isOver);
        }
        as("staff1")
                .post("/topics/{id}/hide", Map.of("reason", "含有他人隐私。"), topic)
                .then()
                .statusCode(200);
        isProblem(as("resident2").get("/topics/{id}/stream", topic), 404);
        isProblem(
                aPasserBy().request().header("Last-Event-ID", "garbage").get("/topics/{id}/stream", aTopic().posted()),
                400);
    }

    @Test
    void whoWatchesAProjectHearsOfItsClaimsAndOfWhatWasMissed() {
        String project = aProject().published();
        String place;
        try (var line = Line.open(aPasserBy(), "/projects/" + project + "/stream", "")) {
            claim(project, "partner1");
            place = line.hears("event:happened").hears("claim.confirmed").place();
        }
        claim(project, "partner2");
        as("partner1").post("/projects/{id}/begin", Map.of(), project).then().statusCode(200);
        try (var line = Line.open(aPasserBy(), "/projects/" + project + "/stream", place)) {
            line.hears("project.begun");
            assertFalse(line.text().contains("claim.confirmed"), line::text);
        }
    }

    @Test
    void aDraftIsWatchedByThoseWhoMaySeeIt() {
        String draft = aProject().drafted();
        isProblem(aPasserBy().get("/projects/{id}/stream", draft), 404);
        isProblem(as("partner1").get("/projects/{id}/stream", draft), 404);
        isProblem(
                aPasserBy()
                        .request()
                        .header("Last-Event-ID", "garbage")
                        .get("/projects/{id}/stream", aProject().published()),
                400);
        try (var line = Line.open(as("staff1"), "/projects/" + draft + "/stream", "")) {
            as("staff1").step("/projects/{id}/publish", draft).then().statusCode(200);
            line.hears("project.published");
        }
    }

    @Test
    void newsReachesWhomItConcernsAndNobodyElse() {
        String topic = aTopic().by("resident2").posted();
        try (var mine = Line.open(as("resident2"), "/me/stream", "");
                var others = Line.open(as("resident1"), "/me/stream", "")) {
            as("staff1").step("/topics/{id}/accept", topic).then().statusCode(200);
            String id = mine.hears("event:notification").hears("topic.accepted").place();
            assertFalse(others.text().contains(id), others::text);
        }
    }

    @Test
    void newsThatWasMissedComesFirst() {
        String topic = aTopic().by("resident2").posted();
        String place;
        try (var line = Line.open(as("resident2"), "/me/stream", "")) {
            as("staff1").step("/topics/{id}/accept", topic).then().statusCode(200);
            place = line.hears("topic.accepted").place();
        }
        as("staff1").step("/topics/{id}/start", topic).then().statusCode(200);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertTrue(as("resident2")
                        .get("/me/notifications")
                        .jsonPath()
                        .getList("items.findAll { it.subject.id == '" + topic + "' }.type")
                        .contains("topic.started")));
        try (var line = Line.open(as("resident2"), "/me/stream", place)) {
            line.hears("topic.started");
        }
        isProblem(as("resident2").request().header("Last-Event-ID", "x").get("/me/stream"), 400);
        isProblem(aPasserBy().get("/me/stream"), 401);
        assertEquals(403, Persona.theProgram().get("/me/stream").statusCode());
    }
}
