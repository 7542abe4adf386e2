package org.hehuo;

import static org.hehuo.Persona.as;

import java.util.HashMap;
import java.util.Map;

/** A resident's concern, as far in its life as the test needs it. Each last word returns its id. */
public final class ATopic {
    private final Map<String, Object> form = new HashMap<>(Map.of(
            "title", "楼道感应灯坏了",
            "body", "三单元一到四楼的灯跺脚也不亮。",
            "areaCode", Town.HOME,
            "category", "PWR01"));
    private String author = "resident1";

    public ATopic titled(String title) {
        return with("title", title);
    }

    public ATopic in(String area) {
        return with("areaCode", area);
    }

    public ATopic anonymous() {
        return with("anonymous", true);
    }

    /** Staff write it down for somebody on the phone. */
    public ATopic forCaller(String name, String phone) {
        return by("staff1").with("onBehalfOf", Map.of("name", name, "phone", phone));
    }

    public ATopic with(String field, Object value) {
        form.put(field, value);
        return this;
    }

    public ATopic by(String account) {
        author = account;
        return this;
    }

    public String posted() {
        return as(author).post("/topics", form).then().statusCode(201).extract().path("id");
    }

    public String accepted() {
        return step("staff1", "accept", posted(), Map.of());
    }

    public String started() {
        return step("staff1", "start", accepted(), Map.of());
    }

    public String resolved() {
        return step("staff1", "resolve", accepted(), Map.of("outcome", "solved", "text", "灯已修好。"));
    }

    public String confirmed() {
        return step(author, "confirm", resolved(), Map.of());
    }

    public String declined() {
        return step("staff1", "decline", posted(), Map.of("reason", "不属于社区职责。"));
    }

    /** Its author is asked something. */
    public String asked() {
        return step("staff1", "ask", accepted(), Map.of("question", "是哪一盏灯？"));
    }

    /** Into another that says the same. */
    public String merged() {
        return step("staff1", "merge", posted(), Map.of("intoId", new ATopic().accepted()));
    }

    /** To another area. */
    public String passedOn() {
        return step("staff1", "transfer", posted(), Map.of("areaCode", Town.ELSEWHERE, "reason", "灯在隔壁社区。"));
    }

    /** Returns the id of the appeal of its author, who does not accept that it was declined. */
    public String appealed() {
        String topic = step(author, "appeal", declined(), Map.of("text", "楼道是公用的。"));
        return as(author)
                .get("/appeals?mine=true&pageSize=100")
                .jsonPath()
                .getString("items.find { it.topicId == '" + topic + "' }.id");
    }

    public String withdrawn() {
        return step(author, "withdraw", posted(), Map.of());
    }

    public String hidden() {
        return step("staff1", "hide", posted(), Map.of("reason", "含有他人隐私。"));
    }

    /** By the state's name in the API. */
    public String in(TopicLife state) {
        return switch (state) {
            case OPEN -> posted();
            case ACCEPTED -> accepted();
            case IN_PROGRESS -> started();
            case WAITING_RESIDENT -> asked();
            case RESOLVED -> resolved();
            case CLOSED -> confirmed();
            case DECLINED -> declined();
            case MERGED -> merged();
            case WITHDRAWN -> withdrawn();
        };
    }

    /** The states that a topic can be in, as this test suite understands the domain. */
    public enum TopicLife {
        OPEN,
        ACCEPTED,
        IN_PROGRESS,
        WAITING_RESIDENT,
        RESOLVED,
        CLOSED,
        DECLINED,
        MERGED,
        WITHDRAWN
    }

    private static String step(String who, String verb, String id, Map<String, ?> body) {
        as(who).post("/topics/{id}/" + verb, body, id).then().statusCode(200);
        return id;
    }
}
