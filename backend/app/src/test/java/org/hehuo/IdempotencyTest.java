package org.hehuo;

import static org.hamcrest.Matchers.is;
import static org.hehuo.Given.aProject;
import static org.hehuo.Given.unique;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hehuo.kernel.time.Time;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@RealTest
class IdempotencyTest {
    @Inject
    Jdbi jdbi;

    @Inject
    Time time;

    final String key = unique("key");

    @AfterEach
    void now() {
        time.moveAhead(Duration.ZERO);
    }

    @Test
    void aRepeatedKeyGetsTheFirstAnswerAgain() {
        var first = post("resident1", "灯坏了");
        var again = post("resident1", "灯坏了");
        assertEquals(201, first.statusCode());
        assertEquals(201, again.statusCode());
        assertEquals("true", again.header("Idempotency-Replayed"));
        assertEquals(first.asString(), again.asString());
        assertEquals(first.header("ETag"), again.header("ETag"));
        assertEquals(first.header("Location"), again.header("Location"));
        assertEquals(first.contentType(), again.contentType());
    }

    @Test
    void aStepIsRepeatedSafelyToo() {
        String project = aProject().claimed();
        var first = keyed("partner1").body(Map.of()).post("/projects/{id}/begin", project);
        var again = keyed("partner1").body(Map.of()).post("/projects/{id}/begin", project);
        assertEquals(200, again.statusCode());
        assertEquals(first.asString(), again.asString());
    }

    @Test
    void aKeyBelongsToOneRequest() {
        post("resident1", "灯坏了").then().statusCode(201);
        post("resident1", "水管坏了").then().statusCode(422).body("code", is("idempotency.key_reused"));
        keyed("resident1")
                .body(Map.of("body", "灯坏了"))
                .post("/topics/{id}/replies", Given.aTopic().posted())
                .then()
                .statusCode(422)
                .body("code", is("idempotency.key_reused"));
    }

    @Test
    void aKeyIsOnesOwn() {
        String mine = post("resident1", "灯坏了").path("id");
        String others =
                post("resident2", "灯坏了").then().statusCode(201).extract().path("id");
        assertNotEquals(mine, others);
    }

    @Test
    void whoComesWhileTheFirstStillRunsIsToldSo() {
        QuarkusTransaction.requiringNew().run(() -> {
            jdbi.withHandle(h -> h.createQuery("select pg_advisory_xact_lock(hashtextextended(:key, 0))")
                    .bind("key", as("resident1").id() + key)
                    .mapToMap()
                    .one());
            post("resident1", "灯坏了").then().statusCode(409).body("code", is("idempotency.in_progress"));
        });
        post("resident1", "灯坏了").then().statusCode(201);
    }

    @Test
    void tenAtOnceMakeOneThing() {
        var answers = Together.each(10, i -> post("resident1", "灯坏了"));
        var made = answers.stream()
                .filter(a -> a.statusCode() == 201)
                .map(a -> a.<String>path("id"))
                .collect(Collectors.toSet());
        assertEquals(1, made.size());
        assertTrue(answers.stream().allMatch(a -> List.of(201, 409).contains(a.statusCode())));
    }

    @Test
    void aRefusalIsNotRemembered() {
        String project = aProject().delivered();
        var rating = Map.of("projectId", project, "rating", 5);
        keyed("resident1").body(rating).post("/evaluations").then().statusCode(409);
        as("staff1").step("/projects/{id}/accept", project).then().statusCode(200);
        keyed("resident1").body(rating).post("/evaluations").then().statusCode(201);
        keyed("resident1").body(rating).post("/evaluations").then().statusCode(201);
    }

    @Test
    void aKeyIsForgottenAfterSevenDays() {
        String first = post("resident1", "灯坏了").path("id");
        time.moveAhead(Duration.ofDays(7).minusMinutes(5));
        assertEquals(first, post("resident1", "灯坏了").path("id"));
        time.moveAhead(Duration.ofDays(7));
        String second =
                post("resident1", "灯坏了").then().statusCode(201).extract().path("id");
        assertNotEquals(first, second);
    }

    @Test
    void aKeyHasABound() {
        as("resident1")
                .json(Map.of())
                .header("Idempotency-Key", "k".repeat(256))
                .post("/topics")
                .then()
                .statusCode(400)
                .body("violations.field", is(List.of("Idempotency-Key")));
    }

    private Response post(String account, String title) {
        return keyed(account)
                .body(Map.of("title", title, "body", "黑", "areaCode", Town.HOME, "category", "PWR01"))
                .post("/topics");
    }

    private io.restassured.specification.RequestSpecification keyed(String account) {
        return as(account).request().contentType("application/json").header("Idempotency-Key", key);
    }
}
