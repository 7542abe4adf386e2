package org.hehuo;

import static org.hehuo.Persona.as;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A joint meeting of {@code staff1}'s community, as far as the test needs it. */
public final class AMeeting {
    private final Map<String, Object> form = new HashMap<>(Map.of(
            "title",
            "冬季需求联席会",
            "place",
            "党群服务中心二楼",
            "areaCode",
            Town.HOME,
            "startsAt",
            Instant.now().toString(),
            "agenda",
            List.of("社区说家底", "集中认领")));
    private final Map<String, Object> round = new HashMap<>();

    public AMeeting about(String... projects) {
        return with("projectIds", List.of(projects));
    }

    public AMeeting with(String field, Object value) {
        form.put(field, value);
        return this;
    }

    /** What its round allows. */
    public AMeeting allowing(String rule, Object value) {
        round.put(rule, value);
        return this;
    }

    Response proposed() {
        return as("staff1").post("/meetings", form);
    }

    /** @return its id */
    public String planned() {
        return proposed().then().statusCode(201).extract().path("id");
    }

    public String rehearsed() {
        String id = planned();
        as("staff1")
                .post("/meetings/{id}/rehearsal", Map.of("minutes", 3), id)
                .then()
                .statusCode(200);
        return id;
    }

    public String live() {
        String id = planned();
        as("staff1").step("/meetings/{id}/start", id).then().statusCode(200);
        return id;
    }

    /** @return its id and its round's */
    public List<String> scheduled() {
        return round(live());
    }

    /** The round of a meeting that is live already, an hour ahead. */
    public List<String> round(String meeting) {
        var soon = Instant.now().plus(Duration.ofHours(1));
        round.putIfAbsent("opensAt", soon.toString());
        round.putIfAbsent("closesAt", soon.plus(Duration.ofMinutes(10)).toString());
        String id = as("staff1")
                .post("/meetings/{id}/rounds", round, meeting)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return List.of(meeting, id);
    }

    public List<String> open() {
        var ids = scheduled();
        step(ids, "open");
        return ids;
    }

    public List<String> paused() {
        var ids = open();
        step(ids, "pause");
        return ids;
    }

    static Response step(List<String> round, String verb) {
        var answer = as("staff1").step("/meetings/{id}/rounds/{round}/" + verb, round.toArray());
        answer.then().statusCode(200);
        return answer;
    }

    static void arrives(String who, String meeting, String partner) {
        as(who).post("/meetings/{id}/check-in", Map.of("partnerId", partner), meeting)
                .then()
                .statusCode(200);
    }

    /** A hand goes up: for the account's own partner. */
    static Response hand(String who, String project) {
        return hand(who, Town.partnerOf(who), project);
    }

    static Response hand(String who, String partner, String project) {
        return as(who).post("/projects/{id}/claims", Map.of("partnerId", partner), project);
    }
}
