package org.hehuo;

import static org.hamcrest.Matchers.is;
import static org.hehuo.Given.aPartner;
import static org.hehuo.Given.aProject;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists: read on while rows are added, and cheap whatever their size. */
@RealTest
class ListTest {
    /** A list and its look-ups, and one statement to know the caller. */
    private static final int MOST_STATEMENTS = 5 + 1;

    @Inject
    Jdbi jdbi;

    @AfterEach
    void silence() {
        jdbi.setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
    }

    @Test
    void aPartnersPromisesComeTheNextFirst() {
        String partner = aPartner().ownedBy("partner1").joined();
        var dates = List.of("2031-03-01", "2031-01-01", "2031-02-01");
        for (String date : dates) {
            String project = aProject().with("dueDate", date).published();
            AMeeting.hand("partner1", partner, project).then().statusCode(201);
            as("partner1").step("/projects/{id}/begin", project).then().statusCode(200);
        }
        as("partner1")
                .get("/claims?sort=dueAt&partner=" + partner)
                .then()
                .body("items.project.dueDate", is(dates.stream().sorted().toList()));
    }

    @Test
    void topicsAreReadOnceEachWhileOthersArePosted() {
        var mine = IntStream.range(0, 11).mapToObj(i -> aTopic().posted()).toList();
        isReadOnceEach("/topics?area=" + Town.HOME, mine, () -> aTopic().posted());
        isReadOnceEach("/topics?sort=createdAt&state=open", mine, () -> aTopic().posted());
    }

    @Test
    void topicsOfOneMomentAreReadOnceEach() {
        var mine = IntStream.range(0, 11).mapToObj(i -> aTopic().posted()).toList();
        jdbi.useHandle(
                h -> h.createUpdate("update topic set created_at = '2026-01-02T03:04:05.678901Z' where id = any(:ids)")
                        .bind("ids", mine.toArray(String[]::new))
                        .execute());
        isReadOnceEach("/topics?area=" + Town.HOME, mine, () -> aTopic().posted());
    }

    @Test
    void projectsAreReadOnceEachWhileOthersArePublished() {
        var mine = IntStream.range(0, 7).mapToObj(i -> aProject().published()).toList();
        isReadOnceEach("/projects?state=open", mine, () -> aProject().published());
    }

    @Test
    void aThreadIsReadOnceEachWhileItGrows() {
        String topic = aTopic().posted();
        var mine = IntStream.range(0, 9).mapToObj(i -> reply(topic, "")).toList();
        var all = new ArrayList<>(mine);
        mine.forEach(parent -> all.add(reply(topic, parent)));
        isReadOnceEach("/topics/" + topic + "/replies", all, () -> reply(topic, ""));
    }

    @Test
    void anAreaThatAnotherInstanceAddedIsListedAtOnce() {
        as("resident1").get("/areas").then().statusCode(200);
        jdbi.useHandle(h -> h.execute("""
                insert into area (code, parent, level, name) values ('370203019777', '370203019', 'community', '新社区')
                """));
        as("resident1")
                .get("/areas?parent=370203019&q=新社区")
                .then()
                .statusCode(200)
                .body("items[0].name", is("新社区"))
                .body("items[0].path.size()", is(3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/topics?sort=dueAt", "/topics?sort=-dueAt", "/topics?sort=supportCount", "/topics?sort=updatedAt",
                "/topics?sort=-supportCount", "/projects?sort=dueAt", "/projects?sort=-dueAt",
                        "/projects?sort=updatedAt"
            })
    void noOrderLosesARow(String list) {
        String table = list.substring(1, list.indexOf('?'));
        var mine = table.equals("topics")
                ? List.of(aTopic().posted(), aTopic().declined(), aTopic().confirmed(), aTopic().withdrawn())
                : List.of(
                        aProject().published(),
                        aProject().completed(),
                        aProject().with("dueDate", "2035-05-01").published());
        isReadOnceEach(list + "&area=" + Town.HOME, mine, () -> {});
    }

    @Test
    void aFlagAsksForTheOnesOrTheOthers() {
        String claimable = aProject().published();
        String held = aProject().claimed();
        for (boolean wanted : new boolean[] {true, false}) {
            var shown = as("resident1")
                    .get("/projects?pageSize=100&claimable=" + wanted)
                    .jsonPath()
                    .getList("items.id");
            assertEquals(wanted, shown.contains(claimable));
            assertEquals(!wanted, shown.contains(held));
        }
        String fresh = aTopic().posted();
        assertTrue(as("resident1")
                .get("/topics?pageSize=100&overdue=false")
                .jsonPath()
                .getList("items.id")
                .contains(fresh));
        assertEquals(
                List.of(),
                as("resident1")
                        .get("/topics?overdue=false&pageSize=100")
                        .jsonPath()
                        .getList("items.findAll { it.overdue }"));
    }

    private static String reply(String topic, String parent) {
        Map<String, ?> form = parent.isEmpty() ? Map.of("body", "我家也是。") : Map.of("body", "同意。", "parentId", parent);
        return as("resident2")
                .post("/topics/{id}/replies", form, topic)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void isReadOnceEach(String list, List<String> expected, Runnable meanwhile) {
        var seen = new ArrayList<String>();
        String next = list + (list.contains("?") ? "&" : "?") + "pageSize=4";
        for (String address = next; address != null; ) {
            var page = as("resident1")
                    .get(address)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.id", String.class));
            String cursor = page.getString("nextCursor");
            address = cursor == null ? null : next + "&cursor=" + cursor;
            if (seen.size() < expected.size() * 2) meanwhile.run();
        }
        assertEquals(seen.size(), seen.stream().distinct().count(), "something came twice");
        assertTrue(seen.containsAll(expected), "something was passed over");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/topics?pageSize=50",
                "/topics?mine=true&pageSize=50",
                "/topics?overdue=true",
                "/projects?pageSize=50",
                "/partners?pageSize=50",
                "/claims?pageSize=50",
                "/people?pageSize=50",
                "/people?q=社&pageSize=50",
                "/me/notifications?pageSize=50",
                "/me/follows?pageSize=50",
                "/areas?pageSize=100",
                "/categories",
                "/stories?pageSize=50",
                "/topics?q=灯&pageSize=50",
                "/projects?q=灯",
                "/partners?q=司"
            })
    void aListCostsAFewStatementsWhateverItsSize(String list) {
        for (int i = 0; i <= MOST_STATEMENTS; i++) {
            aProject().grownFrom(aTopic().accepted()).heldBy("partner2").claimed();
        }
        as("staff1").get(list).then().statusCode(200);
        var counted = new Counted();
        jdbi.setSqlLogger(counted);
        as("staff1").get(list).then().statusCode(200);
        jdbi.setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
        assertTrue(counted.statements.get() >= 1, "nothing was counted");
        assertTrue(counted.statements.get() <= MOST_STATEMENTS, list + ": " + counted.statements + " statements");
    }

    @ParameterizedTest
    @ValueSource(strings = {"partner1", "staff1", ""})
    void aPageAsksTheDatabaseNothingTwice(String who) {
        String topic = aTopic().accepted();
        String project = aProject().grownFrom(topic).begun();
        for (String page : List.of("/projects/" + project, "/topics/" + topic, "/topics/" + topic + "/timeline")) {
            new Persona(who).get(page);
            var counted = new Counted();
            jdbi.setSqlLogger(counted);
            new Persona(who).get(page).then().statusCode(200);
            jdbi.setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
            assertTrue(counted.asked.size() > 1, "nothing was counted");
            assertEquals(counted.asked.size(), Set.copyOf(counted.asked).size(), page + counted.asked);
        }
    }

    /** Of requests, not what the clock and the stream do meanwhile. */
    private static final class Counted implements SqlLogger {
        final AtomicInteger statements = new AtomicInteger();
        final List<String> asked = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void logBeforeExecution(StatementContext context) {
            if (!Asking.isOfARequest()) return;
            statements.incrementAndGet();
            asked.add(context.getRenderedSql() + context.getBinding().toString().replaceAll("@[0-9a-f]+", ""));
        }
    }
}
