package org.hehuo;

import static org.hehuo.Given.aPartner;
import static org.hehuo.Given.aProject;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.as;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One of each thing that others must not see, with one unique text in all of them. */
final class Secrets {
    final String marker = "zq" + Long.toString(System.nanoTime(), 36) + "qz";
    /** Of who calls, and of who posts. */
    static final List<String> PHONES = List.of("13987650001", "13987650002");

    final Persona anonymous = Realm.newcomer("无名" + marker).arrives();
    final List<String> ids = new ArrayList<>();

    String reply = "";

    Secrets() {
        draftProject();
        hiddenTopicWithFollowers();
        hiddenReply();
        anonymousTopic();
        callerOnThePhone();
        neighbourWithATelephone();
        unreadComment();
        whoWaitsAndWhoGaveBack();
        whoOffersAndWhoWasNotChosen();
        topicForMembers();
        ids.add(Town.HOME);
        ids.add(Town.partnerOf("partner1"));
    }

    /** What no answer to others has: the marker, who is anonymous, and telephone numbers, masked ones too. */
    List<String> all() {
        var all = new ArrayList<>(PHONES);
        PHONES.forEach(phone -> all.add(phone.substring(0, 3) + "****" + phone.substring(7)));
        all.addAll(List.of(marker, anonymous.id().toString()));
        return all;
    }

    private void draftProject() {
        ids.add(aProject()
                .titled(marker)
                .with("summary", marker)
                .with("description", marker)
                .with("participants", List.of(Map.of("name", marker, "label", "物业")))
                .with("needs", List.of(Map.of("kind", "hands", "title", marker, "quantity", 1, "unit", "人")))
                .grownFrom(kept(aTopic().accepted()))
                .drafted());
    }

    /** They took part while they could. */
    private void hiddenTopicWithFollowers() {
        String topic = kept(aTopic().titled(marker)
                .with("body", marker)
                .with("place", marker)
                .posted());
        as("resident2").put("/topics/{id}/support", Map.of(), topic).then().statusCode(200);
        as("partner2")
                .post("/topics/{id}/replies", Map.of("body", "我家也是。"), topic)
                .then()
                .statusCode(201);
        as("staff1")
                .post("/topics/{id}/hide", Map.of("reason", marker), topic)
                .then()
                .statusCode(200);
    }

    private void hiddenReply() {
        String topic = kept(aTopic().posted());
        as("resident2").put("/topics/{id}/support", Map.of(), topic).then().statusCode(200);
        reply = as("resident1")
                .post("/topics/{id}/replies", Map.of("body", marker), topic)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as("staff1")
                .post("/topics/{id}/replies/{reply}/hide", Map.of("reason", marker), topic, reply)
                .then()
                .statusCode(200);
    }

    /** Through all of its life, its hiding included. */
    private void anonymousTopic() {
        var form = Map.of("title", "灯坏了", "body", "黑", "areaCode", Town.HOME, "category", "PWR01", "anonymous", true);
        String topic = kept(
                anonymous.post("/topics", form).then().statusCode(201).extract().path("id"));
        anonymous
                .post("/topics/{id}/replies", Map.of("body", "是我。"), topic)
                .then()
                .statusCode(201);
        as("resident2").put("/topics/{id}/support", Map.of(), topic).then().statusCode(200);
        as("staff1")
                .post("/topics/{id}/hide", Map.of("reason", "误会"), topic)
                .then()
                .statusCode(200);
        as("staff1").step("/topics/{id}/restore", topic).then().statusCode(200);
        as("staff1").step("/topics/{id}/accept", topic).then().statusCode(200);
        as("staff1")
                .post("/topics/{id}/resolve", Map.of("outcome", "solved", "text", "修好了。"), topic)
                .then()
                .statusCode(200);
        anonymous.step("/topics/{id}/confirm", topic).then().statusCode(200);
    }

    private void callerOnThePhone() {
        kept(aTopic().forCaller(marker, PHONES.getFirst()).posted());
    }

    private void neighbourWithATelephone() {
        var neighbour = Realm.newcomer("邻居立夏").arrives();
        neighbour.patch("*", "/me", Map.of("phone", PHONES.getLast())).then().statusCode(200);
        var form = Map.of("title", "灯坏了", "body", "黑", "areaCode", Town.HOME);
        String topic = kept(
                neighbour.post("/topics", form).then().statusCode(201).extract().path("id"));
        neighbour
                .post("/topics/{id}/replies", Map.of("body", "还没修。"), topic)
                .then()
                .statusCode(201);
        neighbour.put("/topics/{id}/support", Map.of(), topic).then().statusCode(200);
    }

    private void unreadComment() {
        String project = kept(aProject().completed());
        var rating = Map.of("projectId", project, "rating", 2, "comment", marker);
        as("resident1").post("/evaluations", rating).then().statusCode(201);
    }

    private void whoWaitsAndWhoGaveBack() {
        String project = kept(aProject().heldBy("partner2").claimed());
        waiting(project, aPartner().ownedBy("partner1").joined());
        String gaveBack = waiting(project, Town.partnerOf("partner1"));
        as("partner1")
                .post("/claims/{id}/withdraw", Map.of("reason", marker), gaveBack)
                .then()
                .statusCode(200);
    }

    private void whoOffersAndWhoWasNotChosen() {
        String project = kept(aProject().reviewed().published());
        waiting(project, aPartner().ownedBy("partner1").joined());
        String offered = waiting(project, Town.partnerOf("partner1"));
        as("staff1")
                .post("/claims/{id}/reject", Map.of("reason", marker), offered)
                .then()
                .statusCode(200);
    }

    /** With all that is said in it, and with a project that nobody carries yet. */
    private void topicForMembers() {
        String topic = kept(aTopic().titled(marker)
                .with("body", marker)
                .with("place", marker)
                .with("visibility", "members")
                .posted());
        for (String who : List.of("resident1", "staff1")) {
            as(who).post("/topics/{id}/replies", Map.of("body", marker), topic)
                    .then()
                    .statusCode(201);
        }
        as("staff1")
                .post("/topics/{id}/hide", Map.of("reason", marker), topic)
                .then()
                .statusCode(200);
        as("staff1").step("/topics/{id}/restore", topic).then().statusCode(200);
        as("staff1")
                .post("/topics/{id}/accept", Map.of("text", marker), topic)
                .then()
                .statusCode(200);
        kept(aProject().grownFrom(topic).published());
    }

    private String waiting(String project, String partner) {
        var form = Map.of("partnerId", partner, "message", marker);
        return kept(as("partner1")
                .post("/projects/{id}/claims", form, project)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private String kept(String id) {
        ids.add(id);
        return id;
    }
}
