package org.hehuo;

import static org.hehuo.Given.aProject;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.hehuo.kernel.time.Sweeper;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Needs and shares: in whatever order partners claim, withdraw, let lapse and so move up, the sums hold after each step. */
@RealTest
class ClaimOrderTest {
    private static final int ORDERS = 24;
    private static final int STEPS = 16;
    private static final int PARTNERS = 8;

    @Inject
    Jdbi jdbi;

    @Inject
    Sweeper sweeper;

    static Stream<Integer> orders() {
        return Stream.iterate(1, seed -> seed + 1).limit(ORDERS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("orders")
    void theSumsHoldAfterEachStep(int seed) {
        var random = new Random(seed);
        String project = aProject()
                .shared(1 + random.nextInt(5), 20)
                .with(
                        "needs",
                        List.of(
                                Map.of("kind", "goods", "title", "早樱", "quantity", 20, "unit", "株"),
                                Map.of("kind", "hands", "title", "挖坑的人", "quantity", 4, "unit", "人")))
                .published();
        List<String> needs = as("partner1").get("/projects/{id}", project).path("needs.id");
        var claims = new ArrayList<String>();
        for (int step = 0; step < STEPS; step++) {
            switch (claims.isEmpty() ? 0 : random.nextInt(4)) {
                case 2 -> withdraw(claims.get(random.nextInt(claims.size())));
                case 3 -> lapse(claims.get(random.nextInt(claims.size())));
                default -> {
                    var answer = claim(project, needs, random);
                    if (answer.statusCode() == 201) claims.add(answer.path("id"));
                }
            }
            SharedTables.agree(jdbi, project);
        }
    }

    private static Response claim(String project, List<String> needs, Random random) {
        var shares = new ArrayList<Map<String, ?>>();
        shares.add(Map.of("needId", needs.getFirst(), "quantity", (1 + random.nextInt(36)) / 4.0));
        if (random.nextBoolean()) shares.add(Map.of("needId", needs.getLast(), "quantity", 1 + random.nextInt(2)));
        var partner = Contenders.atLeast(PARTNERS).get(random.nextInt(PARTNERS));
        var answer =
                as("partner1").post("/projects/{id}/claims", Map.of("partnerId", partner, "shares", shares), project);
        assertTrue(answer.statusCode() == 201 || answer.statusCode() == 409, answer::asString);
        return answer;
    }

    /** A claim that has ended already refuses. */
    private static void withdraw(String claim) {
        var answer = as("partner1").post("/claims/{id}/withdraw", Map.of("reason", "人手不够。"), claim);
        assertTrue(answer.statusCode() == 200 || answer.statusCode() == 409, answer::asString);
    }

    /** A claim that is held and has not begun in time. */
    private void lapse(String claim) {
        jdbi.useHandle(h ->
                h.execute("update claim set begin_by = now() - interval '1 minute' where id = cast(? as uuid)", claim));
        sweeper.sweep();
    }
}
