package org.hehuo;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hehuo.Given.aPartner;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is done leaves a line that says who did it, and stays. */
@RealTest
class AuditTest {
    @Inject
    Jdbi jdbi;

    @Test
    void appointmentsAndPlacesAreFoundFromEitherSide() {
        var person = Realm.newcomer("社工霜降");
        Town.appoint(as(person.account()), Town.HOME, Town.ELSEWHERE);
        Town.appoint(person, Town.HOME);
        String partner = aPartner().ownedBy(person).joined();
        String place = as("admin1").get("/areas/{code}", Town.ELSEWHERE).path("name");
        String admin = as("admin1").get("/me").path("displayName");
        done(person.id())
                .body(
                        "items.action",
                        contains("partner.add-owner", "person.take-area", "person.give-area", "person.give-area"))
                .body("items.actor.displayName", everyItem(is(admin)))
                .body("items.actor.role", everyItem(is("admin")))
                .body("items[0].thing.id", is(partner))
                .body("items[0].part.name", is("社工霜降"))
                .body("items[1].part.id", is(Town.ELSEWHERE))
                .body("items[1].part.name", is(place));
        done(partner).body("items.action", contains("partner.add-owner", "partner.create"));
        done(Town.ELSEWHERE).body("items.part.id", hasItem(Town.ELSEWHERE));
    }

    @Test
    void whatTheDistrictChangesIsTold() {
        var person = Realm.newcomer("立冬").arrives();
        as("admin1").post("/people/{id}/disable", Map.of("reason", "冒用他人身份。"), person.id());
        as("admin1").post("/people/{id}/disable", Map.of("reason", "冒用他人身份。"), person.id());
        as("admin1").step("/people/{id}/enable", person.id());
        done(person.id())
                .body("items.action", contains("person.enable", "person.disable"))
                .body("items[1].note", is("冒用他人身份。"));
        String code = Town.HOME + "987";
        as("admin1").post("/areas", Map.of("code", code, "name", "小满里"));
        as("admin1").post("/areas/{code}/rename", Map.of("name", "大满里"), code);
        as("admin1").step("/areas/{code}/retire", code);
        done(code)
                .body("items.action", contains("area.retire", "area.rename", "area.create"))
                .body("items.note", contains(null, "大满里", "小满里"));
        as("admin1").patch("*", "/programme", Map.of("phone", "0532-12345"));
        done("programme").body("items.action", hasItem("programme.edit")).body("items.note", everyItem(nullValue()));
    }

    @Test
    void stepsLooksAndModerationAreTold() {
        String topic = aTopic().accepted();
        String reply = as("resident2")
                .post("/topics/{id}/replies", Map.of("body", "我家也是。"), topic)
                .path("id");
        as("staff1").post("/topics/{id}/replies/{reply}/hide", Map.of("reason", "含有他人隐私。"), topic, reply);
        as("staff1").step("/topics/{id}/reveal-author", topic).then().statusCode(200);
        done(topic)
                .body("items.action", contains("topic.reveal-author", "reply.hide", "topic.accept", "topic.create"))
                .body("items[0].actor.id", is(as("staff1").id().toString()))
                .body("items[1].part.id", is(reply))
                .body("items.note", everyItem(nullValue()));
        done(reply).body("items.action", contains("reply.hide"));
    }

    @Test
    void anAnonymousAuthorStaysSo() {
        var author = Realm.newcomer("无名小寒").arrives();
        String topic = aTopic().by(author.account()).with("anonymous", true).posted();
        done(topic).body("items.actor.displayName", contains("匿名居民")).body("items.actor.id", contains(nullValue()));
        list("actor=" + author.id()).body("items", empty());
    }

    @Test
    void whatOnePersonDidSinceADayIsFound() {
        String topic = aTopic().accepted();
        list("actor=" + as("staff1").id())
                .body("items.actor.id", hasItem(as("staff1").id().toString()))
                .body("items.actor.id", everyItem(is(as("staff1").id().toString())));
        list("actor=" + as("staff1").id() + "&thing=" + topic + "&from=2020-01-01")
                .body("items.action", contains("topic.accept"));
        list("thing=" + topic + "&from=2100-01-01").body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "thing="})
    void itIsReadOnceEachNewestFirstWhileMoreIsDone(String filter) {
        String topic = aTopic().accepted();
        as("staff1").post("/topics/{id}/resolve", Map.of("outcome", "solved", "text", "修好了。"), topic);
        String list = "/audit?pageSize=2" + (filter.isEmpty() ? "" : "&thing=" + topic);
        var seen = new ArrayList<String>();
        var times = new ArrayList<Instant>();
        String address = list;
        for (int page = 0; address != null && page < 5; page++) {
            var read =
                    as("admin1").get(address).then().statusCode(200).extract().jsonPath();
            seen.addAll(read.getList("items.id"));
            read.<String>getList("items.at").forEach(at -> times.add(Instant.parse(at)));
            String cursor = read.getString("nextCursor");
            address = cursor == null ? null : list + "&cursor=" + cursor;
            aTopic().posted();
        }
        assertTrue(seen.size() >= 3, seen::toString);
        assertEquals(seen.stream().distinct().toList(), seen);
        assertEquals(times.stream().sorted(Comparator.reverseOrder()).toList(), times);
    }

    @Test
    void whatWasDoneStays() {
        aTopic().posted();
        for (String change : List.of("update audit set note = 'x'", "delete from audit", "truncate audit")) {
            assertThrows(JdbiException.class, () -> jdbi.useHandle(h -> h.execute(change)), change);
        }
    }

    /** Whatever is asked for is a walk down an index, which costs no more at a million lines; sorting would. */
    @ParameterizedTest
    @ValueSource(strings = {"", "thing=T-1", "actor=", "thing=T-1&from=2026-01-01&actor="})
    void eachListIsAWalkDownAnIndex(String filters) {
        var asked = new ArrayList<String>();
        jdbi.setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                if (context.getRenderedSql().contains("from audit")) asked.add(context.getRenderedSql());
            }
        });
        list(filters.replace("actor=", "actor=" + as("staff1").id()));
        jdbi.setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
        String plan = plan(asked.getFirst());
        assertTrue(plan.contains("Index Scan Backward") && !plan.contains("Sort  "), plan);
    }

    /** As in a database that is large enough for nothing else to be cheap. */
    private String plan(String sql) {
        var values = Map.of(
                "thing", "'T-1'",
                "actor", "'00000000-0000-0000-0000-000000000001'",
                "since", "'2026-01-01'",
                "pageLimit", "21");
        String asked = Pattern.compile("(?<!:):(\\w+)").matcher(sql).replaceAll(found -> values.get(found.group(1)));
        var dear = List.of("enable_seqscan", "enable_bitmapscan", "enable_sort");
        return jdbi.withHandle(h -> {
            dear.forEach(way -> h.execute("set " + way + " = off"));
            try {
                return String.join(
                        "\n",
                        h.createQuery("explain " + asked).mapTo(String.class).list());
            } finally {
                dear.forEach(way -> h.execute("reset " + way));
            }
        });
    }

    private static ValidatableResponse done(Object thing) {
        return list("thing=" + thing);
    }

    private static ValidatableResponse list(String filters) {
        return as("admin1").get("/audit?pageSize=100&" + filters).then().statusCode(200);
    }
}
