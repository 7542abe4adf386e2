package org.hehuo;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInRelativeOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hehuo.Given.aPartner;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Story S6, the broken stairwell lamp, among people of whom the product has never heard, but for the admin. */
@RealTest
class S6Test {
    final Persona resident = Realm.newcomer("栗子奶奶");
    final Persona neighbour = Realm.newcomer("海风吹过三楼");
    final Persona staff = Realm.newcomer("社工小满");
    final Persona electrician = Realm.newcomer("联络员青柚");
    String partner = "";

    @Test
    void aSentenceBecomesADeliveredResult() {
        theAdminAppointsStaffAndLetsThePartnerIn();
        String topic = theResidentPostsAndANeighbourSupports();
        String project = staffTakeItUpAndMakeAProjectOfIt(topic);
        String claim = thePartnerClaimsAndDelivers(project);
        staffAcceptAndTheTopicIsSolved(topic, project, claim);
        theResidentConfirmsAndRatesOnce(topic, project);
        everybodyConcernedWasTold(topic, project);
        bothPagesTellTheStory(topic, project);
        aProgramReadsItInOrder(topic, project, claim);
    }

    private void theAdminAppointsStaffAndLetsThePartnerIn() {
        resident.arrives();
        staff.post("/projects", Map.of()).then().statusCode(403);
        Town.appoint(staff, Town.HOME);
        partner = aPartner().named(Given.unique("配电运检室")).ownedBy(electrician).joined();
        staff.get("/me").then().body("roles", hasItem("staff")).body("areas.code", contains(Town.HOME));
        electrician
                .get("/me")
                .then()
                .body("roles", hasItem("partner"))
                .body("memberships.partner.id", contains(partner));
    }

    private String theResidentPostsAndANeighbourSupports() {
        var form = Map.of(
                "title", "楼道感应灯坏了，老人下楼摸黑",
                "body", "三单元一到四楼的灯跺脚也不亮。",
                "areaCode", Town.HOME,
                "category", "PWR01",
                "place", "7号楼3单元");
        String topic = resident.post("/topics", form)
                .then()
                .statusCode(201)
                .body("state", is("open"))
                .extract()
                .path("id");
        neighbour
                .put("/topics/{id}/support", Map.of(), topic)
                .then()
                .statusCode(200)
                .body("supportCount", is(1));
        return topic;
    }

    private String staffTakeItUpAndMakeAProjectOfIt(String topic) {
        staff.post("/topics/{id}/accept", Map.of("text", "已联系供电公司。"), topic)
                .then()
                .statusCode(200)
                .body("state", is("accepted"))
                .body("assignee.displayName", is("社工小满"));
        var form = Map.of(
                "title",
                "电亮微行动",
                "summary",
                "修好三单元的感应灯",
                "areaCode",
                Town.HOME,
                "category",
                "PWR01",
                "topicIds",
                List.of(topic),
                "needs",
                List.of(Map.of("kind", "goods", "title", "感应灯", "quantity", "8", "unit", "盏")));
        String project = staff.post("/projects", form)
                .then()
                .statusCode(201)
                .body("state", is("draft"))
                .extract()
                .path("id");
        resident.get("/projects/{id}", project).then().statusCode(404);
        staff.step("/projects/{id}/publish", project).then().statusCode(200).body("state", is("open"));
        resident.get("/topics/{id}", topic)
                .then()
                .body("state", is("in_progress"))
                .body("projects.id", contains(project));
        return project;
    }

    private String thePartnerClaimsAndDelivers(String project) {
        electrician.get("/projects/{id}", project).then().body("allowedActions", hasItem("claim"));
        String claim = electrician
                .post("/projects/{id}/claims", Map.of("partnerId", partner, "message", "灯的事，交给我们。"), project)
                .then()
                .statusCode(201)
                .body("state", is("confirmed"))
                .extract()
                .path("id");
        electrician.step("/projects/{id}/begin", project).then().statusCode(200).body("state", is("in_progress"));
        electrician
                .post("/projects/{id}/progress", Map.of("text", "换了四盏。"), project)
                .then()
                .statusCode(201);
        electrician
                .post("/projects/{id}/report-completion", AProject.completion(), project)
                .then()
                .statusCode(200)
                .body("state", is("delivered"))
                .body("holders.partner.id", contains(partner))
                .body("needs.filled", contains("8"));
        return claim;
    }

    private void staffAcceptAndTheTopicIsSolved(String topic, String project, String claim) {
        staff.step("/projects/{id}/accept", project).then().statusCode(200).body("state", is("completed"));
        electrician.get("/claims/{id}", claim).then().body("state", is("fulfilled"));
        resident.get("/topics/{id}", topic).then().body("state", is("resolved")).body("outcome", is("solved"));
        Persona.aPasserBy()
                .get("/projects/{id}/outcome", project)
                .then()
                .statusCode(200)
                .body("numbers.value", contains("8"));
    }

    private void theResidentConfirmsAndRatesOnce(String topic, String project) {
        resident.step("/topics/{id}/confirm", topic).then().statusCode(200).body("state", is("closed"));
        var rating = Map.of("projectId", project, "rating", 5, "comment", "灯亮了，谢谢！");
        resident.post("/evaluations", rating).then().statusCode(201).body("concerned", is(true));
        resident.post("/evaluations", rating).then().statusCode(409).body("code", is("evaluation.already_given"));
        neighbour
                .get("/evaluations?project={id}", project)
                .then()
                .body("count", is(1))
                .body("average", is("5"));
    }

    private void everybodyConcernedWasTold(String topic, String project) {
        var story =
                List.of("topic.accepted", "project.published", "claim.confirmed", "project.begun", "topic.resolved");
        isTold(resident, topic, project, story);
        isTold(neighbour, topic, project, story);
        isTold(staff, topic, project, List.of("topic.created", "claim.confirmed", "project.delivered", "topic.closed"));
        isTold(electrician, topic, project, List.of("project.completed"));
        int unread = electrician.get("/me").path("unread");
        electrician.get("/me/notifications?unread=true").then().body("items.size()", is(unread));
        electrician.step("/me/notifications/read-all").then().statusCode(200).body("unread", is(0));
    }

    private static void isTold(Persona who, String topic, String project, List<String> types) {
        String told = "items.findAll { it.subject.id in ['" + topic + "', '" + project + "'] }.type";
        await().untilAsserted(() ->
                who.get("/me/notifications?pageSize=100").then().body(told, hasItems(types.toArray(String[]::new))));
    }

    private void bothPagesTellTheStory(String topic, String project) {
        resident.get("/topics/{id}/timeline", topic)
                .then()
                .body(
                        "items.action",
                        containsInRelativeOrder("create", "accept", "start", "create", "begin", "accept", "confirm"))
                .body("items.find { it.action == 'accept' }.actor.displayName", is("社工小满"))
                .body("items.find { it.action == 'accept' }.text", is("已联系供电公司。"));
        resident.get("/projects/{id}/timeline", project)
                .then()
                .body(
                        "items.action",
                        containsInRelativeOrder("publish", "create", "begin", "report-completion", "accept"))
                .body("items.find { it.subject.kind == 'claim' }.actor.role", equalTo("partner"));
    }

    private static void aProgramReadsItInOrder(String topic, String project, String claim) {
        await().untilAsserted(() -> org.hamcrest.MatcherAssert.assertThat(
                Feed.about(topic, project, claim).stream().map(Feed.Item::type).toList(),
                contains(
                        "topic.created",
                        "topic.accepted",
                        "project.published",
                        "topic.started",
                        "claim.confirmed",
                        "project.claimed",
                        "project.begun",
                        "project.delivered",
                        "project.completed",
                        "claim.fulfilled",
                        "topic.resolved",
                        "topic.closed")));
    }
}
