package org.hehuo.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hehuo.Asking;
import org.hehuo.Persona;
import org.hehuo.RealTest;
import org.hehuo.Town;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Role;
import org.hehuo.kernel.text.Language;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Five thousand open topics in one community: the first screen costs two statements, and no waiting. */
@RealTest
class InboxSizeTest {
    private static final String COMMUNITY = "370203020777";
    private static final int MANY = 5_000;
    private static final int ALL = 50_000;

    @Inject
    Jdbi jdbi;

    @Inject
    InboxQueries queries;

    private Persona staff = Persona.aPasserBy();

    @BeforeEach
    void fill() {
        Persona.as("admin1").post("/areas", Map.of("code", COMMUNITY, "name", "大社区"));
        staff = Persona.as("staff2");
        appoint(COMMUNITY);
        insert(COMMUNITY, "open", 0, MANY);
        jdbi.useHandle(h -> h.execute("analyze topic"));
    }

    private void insert(String community, String state, int from, int many) {
        jdbi.useHandle(h -> h.createUpdate("""
                insert into topic (id, state, title, body, area_code, district, subdistrict, community, category,
                    author_id, anonymous, due_at, created_at, updated_at)
                select 'T-2019-' || 100000 + n, :state, '楼道灯坏了' || n, '又坏了', :area, '370203', '370203020', :area,
                    'PWR01', :author, false, now() + n * interval '1 minute', now() - n * interval '1 minute',
                    now() - n * interval '1 minute'
                from generate_series(:from + 1, :from + :many) n
                """)
                .bind("area", community)
                .bind("state", state)
                .bind("author", staff.id())
                .bind("from", from)
                .bind("many", many)
                .execute());
    }

    @AfterEach
    void empty() {
        jdbi.setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
        jdbi.useHandle(h -> h.execute("delete from topic where area_code = ?", COMMUNITY));
        jdbi.useHandle(h -> h.execute("vacuum analyze topic"));
        appoint(Town.ELSEWHERE);
    }

    @Test
    void theFirstScreenTakesTwoStatements() {
        var screen = new Counted();
        jdbi.setSqlLogger(screen);
        var counted = staff.get("/inbox").then().statusCode(200).extract().jsonPath();
        var listed = staff.get("/topics?sort=dueAt&pageSize=50&state=open&area=" + COMMUNITY)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        jdbi.setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
        assertEquals(MANY, counted.getInt("trays.find { it.name == 'new' }.count"));
        assertEquals(50, listed.getList("items").size());
        assertEquals(2, screen.statements.size(), screen.statements.toString());
    }

    @Test
    void countingLooksAtWhatLiesOnTheDeskAndAtNothingElse() {
        QuarkusTransaction.begin();
        try {
            // On one connection the district asks often, and for all: that is nobody else's plan.
            for (int i = 0; i < 12; i++) queries.view(staffOf(Town.DISTRICT));
            // Of a district one community is a small part.
            for (int n = MANY; n < ALL; n += MANY) insert(Town.ELSEWHERE, "closed", n, MANY);
            jdbi.useHandle(h -> h.execute("analyze topic"));
            int before = scans();
            assertEquals(
                    MANY, queries.view(staffOf(COMMUNITY)).trays().getFirst().count());
            assertEquals(before, scans());
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    private Caller staffOf(String area) {
        return new Caller(
                Caller.Kind.PERSON,
                staff.id(),
                "社工",
                Set.of(Role.RESIDENT, Role.STAFF),
                Set.of(area),
                Set.of(),
                null,
                Language.ZH_CN);
    }

    private int scans() {
        return jdbi.withHandle(
                h -> h.createQuery("select seq_scan from pg_stat_xact_user_tables where relname = 'topic'")
                        .mapTo(Integer.class)
                        .one());
    }

    private void appoint(String area) {
        Persona.as("admin1")
                .put("/people/{id}/areas", Map.of("areaCodes", List.of(area)), staff.id())
                .then()
                .statusCode(200);
    }

    /** Of requests, but for the look-up of who asks. */
    private static final class Counted implements SqlLogger {
        final List<String> statements = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void logAfterExecution(StatementContext context) {
            if (!Asking.isOfARequest() || !context.getRenderedSql().contains(" topic t")) return;
            statements.add(context.getRenderedSql());
        }
    }
}
