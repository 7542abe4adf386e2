package org.hehuo;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hehuo.Given.aProject;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.aPasserBy;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hehuo.kernel.time.Sweeper;
import org.hehuo.kernel.time.Time;
import org.hehuo.kernel.time.WorkCalendars;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody is silently ignored: what is asked, passed on, late or refused has a way on. */
@RealTest
class TopicLivesTest {
    private static final Map<String, String> WHICH = Map.of("question", "是哪一盏灯？");
    private static final Map<String, String> WRONG_AREA = Map.of("areaCode", Town.ELSEWHERE, "reason", "灯在隔壁社区。");
    private static final Map<String, String> NOT_OURS = Map.of("reason", "我们这边没有这栋楼。");

    @Inject
    Time time;

    @Inject
    Sweeper sweeper;

    @Inject
    Jdbi jdbi;

    @Inject
    WorkCalendars calendars;

    @AfterEach
    void now() {
        time.moveAhead(Duration.ZERO);
    }

    @Test
    void whileTheAuthorIsAskedTheClockStandsStill() {
        String topic = aTopic().accepted();
        Instant promised = due(topic);
        as("staff1")
                .post("/topics/{id}/ask", WHICH, topic)
                .then()
                .statusCode(200)
                .body("state", is("waiting_resident"))
                .body("question", is("是哪一盏灯？"))
                .body("overdue", is(false));
        int left = daysLeft(promised);
        time.moveAhead(Duration.ofDays(7));
        as("resident1")
                .post("/topics/{id}/answer", Map.of("text", "二楼的。"), topic)
                .then()
                .statusCode(200)
                .body("state", is("accepted"))
                .body("question", nullValue());
        assertEquals(left, daysLeft(due(topic)));
    }

    @Test
    void whoDoesNotAnswerInTimeIsNotWaitedFor() {
        String topic = aTopic().asked();
        time.moveAhead(Duration.ofDays(60));
        sweeper.sweep();
        aPasserBy().get("/topics/{id}", topic).then().body("state", is("accepted"));
        assertTrue(due(topic).isAfter(time.instant()), "with as much time as was left");
    }

    @Test
    void whatIsPassedOnComesBackOrGoesToTheDistrictWhichDecidesForGood() {
        String topic = aTopic().posted();
        Instant promised = due(topic);
        as("staff1")
                .post("/topics/{id}/transfer", WRONG_AREA, topic)
                .then()
                .statusCode(200)
                .body("area.code", is(Town.ELSEWHERE))
                .body("allowedActions", is(List.of("report")));
        assertEquals(promised, due(topic), "nobody waits longer for that");
        as("staff2")
                .post("/topics/{id}/send-back", NOT_OURS, topic)
                .then()
                .statusCode(200)
                .body("area.code", is(Town.HOME));
        as("staff1")
                .post("/topics/{id}/transfer", WRONG_AREA, topic)
                .then()
                .statusCode(200)
                .body("area.code", is(Town.DISTRICT));
        as("admin1")
                .get("/topics?escalatedTo={district}&pageSize=100", Town.DISTRICT)
                .then()
                .body("items.id", hasItem(topic));
        as("staff2").post("/topics/{id}/accept", Map.of(), topic).then().statusCode(403);
        as("admin1")
                .post("/topics/{id}/transfer", WRONG_AREA, topic)
                .then()
                .statusCode(200)
                .body("area.code", is(Town.ELSEWHERE));
        as("staff2").post("/topics/{id}/send-back", NOT_OURS, topic).then().statusCode(409);
        as("staff2")
                .post("/topics/{id}/transfer", Map.of("areaCode", Town.HOME, "reason", "再转。"), topic)
                .then()
                .statusCode(409)
                .body("code", is("topic.district_decided"));
        as("staff2").post("/topics/{id}/accept", Map.of(), topic).then().statusCode(200);
        aPasserBy()
                .get("/topics/{id}/timeline", topic)
                .then()
                .body("items.action", contains("create", "transfer", "send-back", "transfer", "transfer", "accept"))
                .body("items[1].text", is("青海路社区 → " + name(Town.ELSEWHERE) + "：灯在隔壁社区。"));
    }

    @Test
    void aBrokenPromiseIsUrgedOnceADayAndGoesUp() {
        String topic = aTopic().posted();
        as("resident2").step("/topics/{id}/urge", topic).then().statusCode(409).body("code", is("topic.not_overdue"));
        late(topic, Duration.ofMinutes(1));
        as("resident2").get("/topics/{id}", topic).then().body("allowedActions", hasItem("urge"));
        as("resident2").step("/topics/{id}/urge", topic).then().statusCode(200);
        as("resident1")
                .post("/topics/{id}/urge", Map.of("text", "我也来催。"), topic)
                .then()
                .statusCode(409)
                .body("code", is("topic.urged_today"));

        late(topic, Duration.ofDays(8));
        escalated(topic, is(Town.STREET));
        late(topic, Duration.ofDays(16));
        escalated(topic, is(Town.DISTRICT));
        as("street1")
                .post("/topics/{id}/supervise", Map.of("dueDate", inDays(40), "text", "请月底前办好。"), topic)
                .then()
                .statusCode(200)
                .body("overdue", is(false))
                .body("supervisedAt", notNullValue())
                .body("escalatedTo", nullValue());
    }

    @Test
    void whatFewReadIsPassedOnToo() {
        String topic = aTopic().with("visibility", "members").posted();
        as("staff1")
                .post("/topics/{id}/transfer", WRONG_AREA, topic)
                .then()
                .statusCode(200)
                .body("area.code", is(Town.ELSEWHERE));
        as("staff1").get("/topics/{id}", topic).then().statusCode(404);
        as("staff2").post("/topics/{id}/send-back", NOT_OURS, topic).then().statusCode(200);
        as("staff1").get("/topics/{id}", topic).then().statusCode(200);
    }

    @Test
    void askingDoesNotWashABrokenPromiseClean() {
        String topic = aTopic().posted();
        late(topic, Duration.ofDays(8));
        escalated(topic, is(Town.STREET));
        Instant promised = due(topic);
        as("staff1")
                .post("/topics/{id}/ask", WHICH, topic)
                .then()
                .statusCode(200)
                .body("overdue", is(false));
        as("staff1").step("/topics/{id}/resume", topic).then().statusCode(200).body("overdue", is(true));
        assertEquals(promised, due(topic));
        escalated(topic, is(Town.STREET));
    }

    @Test
    void whileTheAuthorIsAskedABrokenPromiseGoesNoFurtherUp() {
        String topic = aTopic().posted();
        Instant promised = due(topic);
        at(promised.plus(Duration.ofDays(8)));
        escalated(topic, is(Town.STREET));
        as("staff1").post("/topics/{id}/ask", WHICH, topic).then().statusCode(200);
        at(promised.plus(Duration.ofDays(20)));
        as("resident1")
                .post("/topics/{id}/answer", Map.of("text", "二楼的。"), topic)
                .then()
                .statusCode(200);
        at(promised.plus(Duration.ofDays(20)));
        escalated(topic, is(Town.STREET));
        at(promised.plus(Duration.ofDays(28)));
        escalated(topic, is(Town.DISTRICT));
    }

    @Test
    void anOfficialReplyMendsNoBrokenPromise() {
        String topic = aTopic().posted();
        Instant promised = due(topic);
        at(promised.plus(Duration.ofDays(8)));
        official("staff1", topic);
        as("resident2").get("/topics/{id}", topic).then().body("overdue", is(true));
        assertEquals(promised, due(topic));
        escalated(topic, is(Town.STREET));
        as("staff1")
                .step("/topics/{id}/accept", topic)
                .then()
                .statusCode(200)
                .body("overdue", is(false))
                .body("escalatedTo", nullValue());
    }

    @Test
    void theSecondPromiseIsMadeOnceByEachAreaThatAnswers() {
        String topic = aTopic().posted();
        official("staff1", topic);
        Instant promised = due(topic);
        at(Instant.now().plus(Duration.ofDays(5)));
        official("staff1", topic);
        assertEquals(promised, due(topic));
        as("staff1").post("/topics/{id}/transfer", WRONG_AREA, topic).then().statusCode(200);
        Instant passedOn = due(topic);
        official("staff2", topic);
        assertTrue(due(topic).isAfter(passedOn));
    }

    @Test
    void aTopicIsPromisedForWhenItsProjectsAre() {
        String topic = aTopic().accepted();
        aProject().grownFrom(topic).published();
        int usual = daysLeft(due(topic));
        assertEquals(20, usual, "no date is no promise");
        String project = aProject().grownFrom(topic).with("dueDate", inDays(60)).published();
        assertEquals(inDays(60), day(due(topic)));
        aProject().grownFrom(topic).with("dueDate", inDays(50)).published();
        assertEquals(inDays(60), day(due(topic)), "the last of them");
        dueOn(project, inDays(70));
        assertEquals(inDays(70), day(due(topic)));
        time.moveAhead(Duration.ofDays(71));
        sweeper.sweep();
        dueOn(project, inDays(90));
        aPasserBy().get("/topics/{id}", topic).then().body("overdue", is(true));
        aProject().grownFrom(topic).with("dueDate", inDays(80)).published();
        aPasserBy().get("/topics/{id}", topic).then().body("overdue", is(false));
        assertEquals(inDays(90), day(due(topic)));
    }

    @Test
    void whatAHigherOfficeOrderedIsNotPutOffByAProject() {
        String topic = aTopic().accepted();
        as("street1")
                .post("/topics/{id}/supervise", Map.of("dueDate", inDays(10), "text", "请尽快。"), topic)
                .then()
                .statusCode(200);
        aProject().grownFrom(topic).with("dueDate", inDays(60)).published();
        assertEquals(inDays(10), day(due(topic)));
    }

    @Test
    void whatIsSaidOnTheWayIsHeldBackToo() {
        String asked = aTopic().asked();
        as("resident1")
                .post("/topics/{id}/answer", Map.of("text", "打 13900001234。"), asked)
                .then()
                .statusCode(422)
                .body("violations.code", is(List.of("personal_phone")));
        String late = aTopic().posted();
        late(late, Duration.ofMinutes(1));
        as("resident2")
                .post("/topics/{id}/urge", Map.of("text", "都是懒人。"), late)
                .then()
                .statusCode(200);
        String text = "items.findAll { it.action == 'urge' }.text";
        aPasserBy().get("/topics/{id}/timeline", late).then().body(text, not(hasItem("都是懒人。")));
        as("staff1").get("/topics/{id}/timeline", late).then().body(text, hasItem("都是懒人。"));
    }

    @Test
    void whatIsSaidWithAStepIsReadLikeAllThatIsPublic() {
        as("resident1")
                .post("/topics/{id}/withdraw", Map.of("reason", "打 13900001234。"), aTopic().posted())
                .then()
                .statusCode(422)
                .body("violations.code", is(List.of("personal_phone")));
    }

    @Test
    void whatAHigherOfficeOrderedAndWasBrokenIsNoNewPromise() {
        String topic = aTopic().accepted();
        as("street1")
                .post("/topics/{id}/supervise", Map.of("dueDate", inDays(10), "text", "请尽快。"), topic)
                .then()
                .statusCode(200);
        late(topic, Duration.ofDays(1));
        jdbi.useHandle(
                h -> h.execute("update topic set overdue_told = true, escalated_to = '370203' where id = ?", topic));
        aProject().grownFrom(topic).with("dueDate", inDays(60)).published();
        as("staff1").get("/topics/{id}", topic).then().body("overdue", is(true));
        assertEquals(
                "370203",
                jdbi.withHandle(h -> h.createQuery("select escalated_to from topic where id = :id")
                        .bind("id", topic)
                        .mapTo(String.class)
                        .one()));
    }

    @Test
    void aProjectGoesOnWhereItsTopicWasMerged() {
        String topic = aTopic().posted();
        String project = aProject().grownFrom(topic).drafted();
        String into = aTopic().asked();
        as("staff1").step("/topics/{id}/resume", into).then().statusCode(200);
        as("staff1")
                .post("/topics/{id}/merge", Map.of("intoId", into), topic)
                .then()
                .statusCode(200);
        as("staff1").post("/topics/{id}/ask", WHICH, into).then().statusCode(200);
        as("staff1").step("/projects/{id}/publish", project).then().statusCode(200);
        aPasserBy().get("/topics/{id}", into).then().body("state", is("in_progress"));
    }

    private int daysLeft(Instant due) {
        var now = time.instant();
        return calendars.around(calendars.dayOf(now)).workingDaysLeft(now, due);
    }

    private static void official(String staff, String topic) {
        as(staff)
                .post("/topics/{id}/replies", Map.of("body", "我们明天来看。", "official", true), topic)
                .then()
                .statusCode(201);
    }

    private static void dueOn(String project, String day) {
        as("staff1")
                .patch("*", "/projects/{id}", Map.of("dueDate", day), project)
                .then()
                .statusCode(200);
    }

    private void late(String topic, Duration by) {
        at(due(topic).plus(by));
    }

    private void at(Instant moment) {
        time.moveAhead(Duration.between(Instant.now(), moment));
        // What one round finds broken, the next one may raise.
        sweeper.sweep();
        sweeper.sweep();
    }

    private static void escalated(String topic, org.hamcrest.Matcher<String> office) {
        aPasserBy().get("/topics/{id}", topic).then().body("escalatedTo.code", office);
    }

    private static Instant due(String topic) {
        return Instant.parse(aPasserBy().get("/topics/{id}", topic).path("dueAt"));
    }

    private static String day(Instant moment) {
        return moment.atZone(Realm.ZONE).toLocalDate().toString();
    }

    private static String name(String area) {
        return aPasserBy().get("/areas/{code}", area).path("name");
    }

    private static String inDays(int days) {
        return LocalDate.now(Realm.ZONE).plusDays(days).toString();
    }
}
