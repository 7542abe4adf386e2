package org.hehuo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.hehuo.Given.aMeeting;
import static org.hehuo.Given.aProject;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hehuo.RaceLog.Answered;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A hall of partners claims at once, on three instances behind the proxy; and things break in the middle of it. */
class RoundRaceIT {
    private static final int INSTANCES = 3;
    private static final int PARTNERS = 1000;
    private static final int IN_THE_HALL = 500;
    private static final int PROJECTS = 120;
    private static final int MOST_CLAIMS = 2;
    private static final int TRIES = 6;
    private static final int AN_INSTANCE_DIES = 30;
    private static final int THE_DATABASE_DIES = 60;

    private static final List<Process> APPLICATIONS = new ArrayList<>();
    private static Nginx nginx;

    @BeforeAll
    static void start() throws Exception {
        var ports = new ArrayList<Integer>();
        new Stack().start();
        // The throw-away server does not wait for its disk; what it acknowledges here must outlive it.
        try (var database = Packaged.database()) {
            run(database, "alter role hehuo set synchronous_commit = on");
        }
        for (int i = 0; i < INSTANCES; i++) {
            RestAssured.port = Packaged.freePort();
            ports.add(RestAssured.port);
            APPLICATIONS.add(Packaged.launch(
                    "race-" + i + ".log",
                    Map.of(
                            "QUARKUS_PROFILE", "dev",
                            "HEHUO_DEMO", "false",
                            "HEHUO_LIMITS_READING", "1000000",
                            "HEHUO_LIMITS_WRITING", "1000000",
                            "QUARKUS_HTTP_HOST", "127.0.0.1",
                            "QUARKUS_HTTP_PORT", String.valueOf(RestAssured.port))));
            Packaged.awaitReady();
        }
        nginx = Nginx.before(ports);
        RestAssured.port = nginx.port();
        as("partner1");
        try (var database = Packaged.database()) {
            run(database, """
                    insert into partner (id, name, kind, state, joined_on, term_ends_on, created_at, updated_at)
                    select 'HH-' || (80000 + i), '抢领单位' || i, 'enterprise', 'active', current_date, current_date + 700, now(), now()
                    from generate_series(0, %d) i
                    """.formatted(PARTNERS - 1));
            run(database, """
                    insert into membership (person_id, partner_id, role, since)
                    select '%s', id, 'owner', now() from partner where name like '抢领单位%%'
                    """.formatted(as("partner1").id()));
        }
    }

    @AfterAll
    static void end() throws SQLException {
        if (nginx != null) nginx.close();
        APPLICATIONS.forEach(Process::destroyForcibly);
        try (var database = Packaged.database()) {
            run(database, "alter role hehuo reset synchronous_commit");
        }
    }

    @Test
    void everySlotHasOneHolderThoughAnInstanceAndTheDatabaseDie() throws Exception {
        var projects = IntStream.range(0, PROJECTS)
                .mapToObj(i -> aProject().published())
                .toList();
        var round = aMeeting()
                .about(projects.toArray(String[]::new))
                .allowing("mostClaims", MOST_CLAIMS)
                .open();
        var hall = partners(IN_THE_HALL);
        try (var database = Packaged.database()) {
            comeIn(database, round.getFirst(), hall.size());
        }
        var log = new RaceLog(RoundRaceIT::breakAt);
        var phones = Phones.of("partner1", nginx.port());
        Together.each(hall.size(), i -> seek(phones, hall.get(i), round.getFirst(), projects, new Random(i), log));
        var answers = log.answers();
        var id = UUID.fromString(round.getLast());
        assertEquals(1, APPLICATIONS.stream().filter(one -> !one.isAlive()).count());
        assertTrue(answers.stream().anyMatch(a -> a.status() == 503), "nobody noticed");
        assertEquals(PROJECTS, answers.stream().filter(Answered::isWon).count());
        try (var database = Packaged.database()) {
            assertEquals(List.of(), RaceChecker.faults(database, id, answers));
            theCheckerFindsWhatIsPlanted(database, id, answers);
        }
    }

    private static void breakAt(int won) {
        if (won == AN_INSTANCE_DIES) APPLICATIONS.getFirst().destroyForcibly();
        if (won == THE_DATABASE_DIES) crash();
    }

    /** One of its processes is shot: PostgreSQL throws everybody out and starts anew from its log. */
    private static void crash() {
        try (var database = Packaged.database();
                var rows = database.createStatement().executeQuery("""
                        select pid from pg_stat_activity where usename = 'hehuo' and pid <> pg_backend_pid() limit 1
                        """)) {
            rows.next();
            ProcessHandle.of(rows.getLong(1)).orElseThrow().destroyForcibly();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** One partner's race: here and there until it has enough or has tried enough. */
    private static int seek(
            Phones phones, String partner, String meeting, List<String> projects, Random random, RaceLog log) {
        var wishes = new ArrayList<>(projects);
        Collections.shuffle(wishes, random);
        int won = 0;
        for (String project : wishes.subList(0, TRIES)) {
            if (phones.claim(partner, project, "", log).isWon()) won++;
        }
        // What the screen still shows as free is for whoever may have more.
        for (String project : won < MOST_CLAIMS ? free(phones, meeting) : List.<String>of()) {
            if (won < MOST_CLAIMS && phones.claim(partner, project, "", log).isWon()) won++;
        }
        return won;
    }

    private static List<String> free(Phones phones, String meeting) {
        var board = phones.get("/meetings/" + meeting + "/board");
        return board.statusCode() == 200
                ? JsonPath.from(board.body()).getList("tiles.findAll { it.slotsLeft > 0 }.projectId")
                : List.of();
    }

    private static void theCheckerFindsWhatIsPlanted(Connection database, UUID round, List<Answered> answers)
            throws SQLException {
        var won = answers.stream().filter(Answered::isWon).findFirst().orElseThrow();
        var planted = List.of(
                "update claim set state = 'lapsed' where id = '" + won.claim() + "'",
                "update project set held = 0 where id = '" + won.project() + "'",
                "update claim_attempt set claim_id = null where claim_id = '" + won.claim() + "'",
                "update round_tally set claims = claims - 1 where partner_id = '" + won.partner() + "'",
                "update claim_round set most_claims = 1 where id = '" + round + "'",
                "update claim set partner_id = 'HH-80999' where id = '" + won.claim() + "'",
                "delete from claim_attempt where answer = 'claim.slot_taken'");
        database.setAutoCommit(false);
        for (String fault : planted) {
            run(database, fault);
            assertNotEquals(List.of(), RaceChecker.faults(database, round, answers), fault);
            database.rollback();
        }
        for (var answer : List.of(
                new Answered(
                        won.partner(),
                        won.project(),
                        201,
                        "confirmed",
                        UUID.randomUUID().toString(),
                        false),
                new Answered(won.partner(), won.project(), 409, "claim.none_such", null, false),
                new Answered(won.partner(), won.project(), 503, "unavailable", null, false),
                new Answered(won.partner(), won.project(), 500, "internal", null, false))) {
            var more = new ArrayList<>(answers);
            more.add(answer);
            assertNotEquals(List.of(), RaceChecker.faults(database, round, more), answer::toString);
        }
    }

    @Test
    void aThousandClaimOneSlot() {
        String project = aProject().published();
        var log = new RaceLog(won -> {});
        var crowd = partners(PARTNERS);
        var phones = Phones.of("partner1", nginx.port());
        Together.each(crowd.size(), i -> phones.claim(crowd.get(i), project, "", log));
        var told = log.answers().stream().filter(Answered::isFinal).collect(groupingBy(Answered::told, counting()));
        assertEquals(Map.of("confirmed", 1L, "waitlisted", 10L, "claim.slot_taken", 989L), told);
    }

    @Test
    void aHundredShareTwentyAndNeverMore() throws Exception {
        String project = aProject().shared(20, 20).published();
        String need = as("partner1").get("/projects/{id}", project).path("needs[0].id");
        var log = new RaceLog(won -> {});
        var crowd = partners(100);
        var phones = Phones.of("partner1", nginx.port());
        Together.each(crowd.size(), i -> {
            String share = ",\"shares\":[{\"needId\":\"%s\",\"quantity\":\"%s\"}]".formatted(need, 1 + i * 3 % 7);
            return phones.claim(crowd.get(i), project, share, log);
        });
        String filled = as("partner1").get("/projects/{id}", project).path("needs[0].filled");
        assertTrue(new BigDecimal(filled).compareTo(BigDecimal.valueOf(20)) <= 0, filled);
        try (var database = Packaged.database();
                var rows = database.createStatement().executeQuery("""
                        select sum(s.quantity) from claim_share s join claim c on c.id = s.claim_id
                        where c.state = 'confirmed' and c.project_id = '%s'
                        """.formatted(project))) {
            rows.next();
            assertEquals(0, new BigDecimal(filled).compareTo(rows.getBigDecimal(1)), filled);
        }
    }

    private static List<String> partners(int many) {
        return IntStream.range(0, many).mapToObj(i -> "HH-" + (80000 + i)).toList();
    }

    private static void comeIn(Connection database, String meeting, int many) throws SQLException {
        run(database, """
                insert into meeting_partner (meeting_id, partner_id, checked_in_at, checked_in_by, in_hall)
                select '%s', 'HH-' || (80000 + i), now(), '%s', true from generate_series(0, %d) i
                """.formatted(meeting, as("partner1").id(), many - 1));
    }

    private static void run(Connection database, String change) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(change);
        }
    }
}
