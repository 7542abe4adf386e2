package org.hehuo;

import static org.hehuo.Given.aCall;
import static org.hehuo.Given.aCapability;
import static org.hehuo.Given.aMeeting;
import static org.hehuo.Given.aPartner;
import static org.hehuo.Given.aProject;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Given.anApplication;
import static org.hehuo.Given.unique;
import static org.hehuo.Persona.as;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A line of {@code knock.txt}: an operation on something, and what each role gets.
 *
 * @param on what kind of thing, and in which condition; with {@code ?} it is named in the query
 */
record Knock(String operation, String on, String body, List<Integer> statuses) {
    /** In the order of the text's columns. */
    static final List<String> ROLES = List.of(
            "", "resident1", "resident2", "staff1", "staff2", "partner1", "partner2", "admin1", Persona.PROGRAM);

    /** Whom the admin gives places; nobody else here, or their role would change. */
    private static final Persona APPOINTED = Realm.newcomer("社工大暑").arrives();

    /** Whom others add and send away, and whom they shut out and let in. */
    private static final Persona COLLEAGUE = Realm.newcomer("同事小雪").arrives();

    private static final Persona SHUT_OUT = Realm.newcomer("邻居大雪").arrives();

    private static final AtomicInteger AREAS = new AtomicInteger(100);
    private static final int LETTERS = 26;

    static Stream<Knock> all() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/knock.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\\|", -1))
                .map(cells -> new Knock(
                        cells[0].strip(),
                        cells[1].strip(),
                        cells[2].strip(),
                        Arrays.stream(cells[3].strip().split(" "))
                                .map(Integer::valueOf)
                                .toList()));
    }

    boolean isPublic() {
        return statuses.getFirst() == 200;
    }

    /** Whether it would be disturbed by others at the same time: a person or a list is theirs too. */
    boolean isAlone() {
        return (on + body).matches(".*(person|member|link|newcomer|import|\\$colleague|\\$staff).*");
    }

    boolean inQuery() {
        return on.startsWith("?");
    }

    /** The query parameter that takes what it is about. */
    String parameter() {
        return on.substring(1, on.indexOf(' '));
    }

    /** Makes the thing and returns the ids by which it is addressed. */
    List<String> made() {
        return switch (on.replace("?", "")) {
            case "" -> List.of();
            case "q lamp", "title lamp", "text lamp" -> List.of("灯");
            case "token" -> List.of("geraten");
            case "year" -> List.of("2027");
            case "day" -> List.of("2100-02-01");
            case "day set" -> aHoliday();
            case "reasons" -> List.of("send_back");
            case "filter" -> List.of(savedFilter());
            case "area" -> List.of(Town.HOME);
            case "category" -> List.of("PWR01");
            case "category new" -> List.of(newCategory());
            case "area new" -> List.of(newArea());
            case "person" -> List.of(APPOINTED.id().toString());
            case "person staff" -> List.of(as("staff1").id().toString());
            case "person shut out" -> List.of(SHUT_OUT.id().toString());
            case "partner new" -> List.of(aPartner().ownedBy("partner1").joined());
            case "partner suspended" -> List.of(aPartner().ownedBy("partner1").suspended());
            case "link" ->
                link("/partners/" + Town.partnerOf("partner1") + "/join-links", Map.of(), Town.partnerOf("partner1"));
            case "link for staff" -> link("/people/join-links", Map.of("areaCodes", List.of(Town.HOME)));
            case "import" -> List.of(ATable.with("").tried().jsonPath().getString("id"));
            case "import done" -> List.of(ATable.with("").imported().jsonPath().getString("id"));
            case "member" -> member();
            case "partner", "partner of mine" -> List.of(Town.partnerOf("partner1"));
            case "capability" -> aCapability().given();
            case "capability paused" -> aCapability().paused();
            case "call" -> List.of(aCall().published());
            case "call drafted" -> List.of(aCall().drafted());
            case "application" -> List.of(anApplication().submitted());
            // Whoever is let in is a partner from then on.
            case "application of a newcomer" ->
                List.of(anApplication().by(APPOINTED).submitted());
            case "application returned" -> List.of(anApplication().returned());
            case "application rejected" -> List.of(anApplication().rejected());
            case "notification" -> List.of(notification());
            case "topic posted" -> List.of(aTopic().posted());
            case "topic accepted" -> List.of(aTopic().accepted());
            case "topic asked" -> List.of(aTopic().asked());
            case "topic passed on" -> List.of(aTopic().passedOn());
            case "topic declined" -> List.of(aTopic().declined());
            case "topic merged" -> List.of(aTopic().merged());
            case "report" -> List.of(report());
            case "word" -> List.of(watched());
            case "appeal" -> List.of(aTopic().appealed());
            case "topic resolved" -> List.of(aTopic().resolved());
            case "topic for members" ->
                List.of(aTopic().with("visibility", "members").posted());
            case "topic hidden" -> List.of(aTopic().hidden());
            case "reply" -> reply();
            case "reply hidden" -> hiddenReply();
            case "claim" -> List.of(AClaim.CONFIRMED.made());
            case "claim submitted" -> List.of(AClaim.SUBMITTED.made());
            case "claim withdrawn" -> List.of(AClaim.WITHDRAWN.made());
            case "meeting" -> List.of(aMeeting().planned());
            case "meeting live" -> List.of(aMeeting().live());
            case "meeting rehearsed" -> List.of(aMeeting().rehearsed());
            case "round" -> aMeeting().scheduled();
            case "round open" -> aMeeting().open();
            case "round paused" -> aMeeting().paused();
            case "reassignment" -> List.of(reassignment());
            case "invitation" -> List.of(AnInvitation.sent(aProject().published(), "partner1"));
            case "evaluation" -> List.of(evaluation());
            case "picture" -> List.of(APicture.uploadedBy("resident1"), "small");
            case "picture alone" -> List.of(APicture.uploadedBy("resident1"));
            case "picture hung" -> picture(false);
            case "picture hidden" -> picture(true);
            default -> List.of(project());
        };
    }

    private static List<String> aHoliday() {
        String day = LocalDate.of(2100, 3, 1).plusDays(AREAS.incrementAndGet()).toString();
        as("admin1")
                .put("/calendar/days/{day}", Map.of("working", false, "name", "春节"), day)
                .then()
                .statusCode(200);
        return List.of(day);
    }

    private static String savedFilter() {
        return as("staff1")
                .post("/me/saved-filters", Map.of("name", "今晚的路灯", "query", "tray=new&category=PWR01"))
                .path("id");
    }

    private static List<String> link(String links, Map<String, ?> form, String... before) {
        as("admin1").post(links, form).then().statusCode(201);
        String id = as("admin1").get(links + "?pageSize=1").path("items[0].id");
        return Stream.concat(Arrays.stream(before), Stream.of(id)).toList();
    }

    private static List<String> member() {
        String partner = aPartner().ownedBy("partner1").joined();
        String person = COLLEAGUE.id().toString();
        as("partner1")
                .post("/partners/{id}/members", Map.of("personId", person), partner)
                .then()
                .statusCode(201);
        return List.of(partner, person);
    }

    private String project() {
        return switch (on.replace("?", "")) {
            case "project drafted" -> aProject().drafted();
            case "project published" -> aProject().published();
            case "project claimed" -> aProject().claimed();
            case "project begun" -> aProject().begun();
            case "project delivered" -> aProject().delivered();
            case "project completed" -> aProject().completed();
            default -> throw new IllegalArgumentException(on);
        };
    }

    /** The body with everything named that it refers to. */
    String filled(List<String> ids) {
        String filled = body;
        if (filled.contains("$area")) filled = filled.replace("$area", freeAreaCode());
        if (filled.contains("$category")) filled = filled.replace("$category", freeCategoryCode());
        if (filled.contains("$1")) filled = filled.replace("$1", ids.getFirst());
        if (filled.contains("$topic")) filled = filled.replace("$topic", aTopic().accepted());
        if (filled.contains("$claim")) filled = filled.replace("$claim", AClaim.CONFIRMED.made());
        if (filled.contains("$reply")) filled = filled.replace("$reply", reply().get(1));
        return filled.replace("$hour", Instant.now().plus(Duration.ofHours(1)).toString())
                .replace("$soon", LocalDate.now(Realm.ZONE).plusDays(30).toString())
                .replace("$unique", unique("学校"))
                .replace("$owner", Town.partnerOf("partner1"))
                .replace("$other", Town.partnerOf("partner2"))
                .replace("$colleague", COLLEAGUE.id().toString())
                .replace("$person", APPOINTED.id().toString())
                .replace("$staff", as("staff1").id().toString());
    }

    private static String freeAreaCode() {
        return Town.HOME + AREAS.incrementAndGet();
    }

    private static String newArea() {
        String code = freeAreaCode();
        as("admin1").post("/areas", Map.of("code", code, "name", "新小区")).then().statusCode(201);
        return code;
    }

    private static String freeCategoryCode() {
        int n = AREAS.incrementAndGet();
        return "Z" + (char) ('A' + n / LETTERS % LETTERS) + (char) ('A' + n % LETTERS);
    }

    private static String newCategory() {
        String code = freeCategoryCode();
        var form = Map.of(
                "code", code, "nameZh", "新类", "nameEn", "New", "field", "governance", "slaDays", 5, "words", List.of());
        as("admin1").post("/categories", form).then().statusCode(201);
        return code;
    }

    private static List<String> reply() {
        String topic = aTopic().posted();
        String reply = as("resident1")
                .post("/topics/{id}/replies", Map.of("body", "我家也是。"), topic)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return List.of(topic, reply);
    }

    private static String report() {
        var reply = reply();
        return as("resident2")
                .post("/moderation/reports", Map.of("thingKind", "reply", "thingId", reply.get(1), "cause", "abuse"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String watched() {
        as("admin1").put("/moderation/words/{word}", Map.of(), "怪话连篇").then().statusCode(200);
        return "怪话连篇";
    }

    private static List<String> hiddenReply() {
        var reply = reply();
        as("staff1")
                .post("/topics/{id}/replies/{reply}/hide", Map.of("reason", "含有他人隐私。"), reply.toArray())
                .then()
                .statusCode(200);
        return reply;
    }

    private static List<String> picture(boolean hidden) {
        String picture = APicture.uploadedBy("resident1");
        var topic = aTopic().with("photoIds", List.of(picture));
        if (hidden) topic.hidden();
        else topic.posted();
        return List.of(picture, "small");
    }

    private static String reassignment() {
        var form = Map.of(
                "claimId", AClaim.CONFIRMED.made(), "partnerId", Town.partnerOf("partner2"), "reason", "原单位搬走了。");
        return as("staff1")
                .post("/reassignments", form)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String evaluation() {
        return as("resident1")
                .post("/evaluations", Map.of("projectId", aProject().completed(), "rating", 4, "comment", "不错"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String notification() {
        aTopic().accepted();
        return Awaitility.await()
                .until(() -> as("resident1").get("/me/notifications").path("items[0].id"), id -> id != null);
    }
}
