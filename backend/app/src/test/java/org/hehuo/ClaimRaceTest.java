package org.hehuo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hehuo.Given.aProject;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hehuo.kernel.time.Sweeper;
import org.hehuo.kernel.time.Time;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What must never happen, with many at once; afterwards the tables are read. */
@RealTest
class ClaimRaceTest {
    private static final int MANY = 40;

    @Inject
    Jdbi jdbi;

    @Inject
    Time time;

    @Inject
    Sweeper sweeper;

    @AfterEach
    void now() {
        time.moveAhead(Duration.ZERO);
    }

    @Test
    void ofFortyAtOnceOneHoldsTenWaitAndTheRestAreTold() {
        String project = aProject().published();
        var answers = race(project);
        var byState = answers.stream().collect(groupingBy(Contenders::told, counting()));
        assertEquals(Map.of("confirmed", 1L, "waitlisted", 10L, "claim.slot_taken", 29L), byState);
        theTablesAgree(project);
        var shown = as("resident1").get("/projects/{id}", project).jsonPath();
        answers.stream()
                .filter(a -> a.statusCode() == 409)
                .forEach(a ->
                        a.then().body("state", is(shown.getString("state"))).body("allowedActions", notNullValue()));
        assertEquals(
                IntStream.rangeClosed(1, 10).boxed().toList(),
                as("staff1")
                        .get("/projects/{id}/claims?pageSize=100", project)
                        .jsonPath()
                        .getList("items.findAll { it.state == 'waitlisted' }.position", Integer.class)
                        .stream()
                        .sorted()
                        .toList());
    }

    @Test
    void theSamePartnerManyTimesHoldsOnce() {
        String project = aProject().published();
        var answers =
                Together.each(20, i -> claim(project, Contenders.atLeast(MANY).getFirst()));
        var byState = answers.stream().collect(groupingBy(Contenders::told, counting()));
        assertEquals(Map.of("confirmed", 1L, "claim.already_claimed", 19L), byState);
        theTablesAgree(project);
    }

    @Test
    void withdrawalsLapsesAndNewClaimsAtOnceKeepOneHolder() {
        String project = aProject().toBeginWithin(1).published();
        var claims = race(project).stream()
                .filter(a -> a.statusCode() == 201)
                .map(a -> a.<String>path("id"))
                .toList();
        for (int round = 1; round <= 3; round++) {
            time.moveAhead(Duration.ofDays(3L * round));
            var answers = Together.each(30, i -> switch (i % 3) {
                case 0 ->
                    claim(project, Contenders.atLeast(MANY).get(MANY - 1 - i)).statusCode();
                case 1 -> withdraw(claims.get(i % claims.size()));
                default -> swept();
            });
            assertTrue(answers.stream().allMatch(status -> status < 500), answers::toString);
            theTablesAgree(project);
        }
    }

    @Test
    void theNextInLineMovesUpWhenTheHolderGivesBack() {
        String project = aProject().published();
        String holder = claim(project, Contenders.atLeast(MANY).get(0)).path("id");
        String first = claim(project, Contenders.atLeast(MANY).get(1)).path("id");
        String second = claim(project, Contenders.atLeast(MANY).get(2)).path("id");
        as("partner1").get("/claims/{id}", second).then().body("position", is(2));
        assertEquals(200, withdraw(holder));
        as("partner1").get("/claims/{id}", first).then().body("state", is("confirmed"));
        as("partner1")
                .get("/claims/{id}", second)
                .then()
                .body("state", is("waitlisted"))
                .body("position", is(1));
        as("partner1")
                .get("/projects/{id}", project)
                .then()
                .body("state", is("claimed"))
                .body("waitlistLength", is(1));
        theTablesAgree(project);
    }

    @Test
    void fiftySupportsOfOnePersonCountOnce() {
        String topic = aTopic().posted();
        var answers = Together.each(50, i -> as("resident2").put("/topics/{id}/support", Map.of(), topic));
        assertTrue(answers.stream().allMatch(a -> a.statusCode() == 200));
        as("resident1").get("/topics/{id}", topic).then().body("supportCount", is(1));
        sweeper.sweep();
        as("resident1").get("/topics/{id}", topic).then().body("supportCount", is(1));
        assertEquals(1, count("select count(*) from topic_support where topic_id = ?", topic));
    }

    @Test
    void onePersonRatesOnceHoweverOftenAtOnce() {
        String project = aProject().completed();
        var answers = Together.each(
                20, i -> as("resident2").post("/evaluations", Map.of("projectId", project, "rating", 1 + i % 5)));
        var byStatus = answers.stream().collect(groupingBy(Response::statusCode, counting()));
        assertEquals(Map.of(201, 1L, 409, 19L), byStatus);
        assertEquals(1, count("select count(*) from evaluation where thing_id = ?", project));
    }

    /** Slots, counters and the queue, as the rows have them. */
    private void theTablesAgree(String project) {
        assertEquals(0, count("""
            select count(*) from project p where id = ? and (held > slots
                or held <> (select count(*) from claim where project_id = p.id and state in ('confirmed', 'fulfilled'))
                or waiting <> (select count(*) from claim where project_id = p.id and state = 'waitlisted')
                or (held = slots) <> (state in ('claimed', 'in_progress', 'delivered', 'completed', 'closed')))
            """, project));
        assertEquals(0, count("""
            select count(*) from claim w where project_id = ? and state = 'waitlisted' and exists (
                select from claim h where h.project_id = w.project_id and h.promoted and h.queue_no > w.queue_no)
            """, project), "a place in the line was jumped");
        assertEquals(0, count("""
            select count(*) from need n join project p on p.id = n.project_id
            where p.id = ? and filled <> case when held = slots then quantity else 0 end
            """, project));
    }

    private int count(String sql, Object value) {
        return jdbi.withHandle(h -> h.select(sql, value).mapTo(Integer.class).one());
    }

    private List<Response> race(String project) {
        var partners = Contenders.atLeast(MANY);
        return Together.each(MANY, i -> claim(project, partners.get(i)));
    }

    private static Response claim(String project, String partner) {
        return as("partner1").post("/projects/{id}/claims", Map.of("partnerId", partner), project);
    }

    private static int withdraw(String claim) {
        return as("partner1")
                .post("/claims/{id}/withdraw", Map.of("reason", "人手不够。"), claim)
                .statusCode();
    }

    private int swept() {
        sweeper.sweep();
        return 200;
    }
}
