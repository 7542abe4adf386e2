package org.hehuo;

import static org.hehuo.Persona.as;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A need made claimable, by {@code staff1}, as far in its life as the test needs it. Each last word returns its id. */
public final class AProject {
    private final Map<String, Object> form = new HashMap<>(Map.of(
            "title", "电亮微行动",
            "summary", "把三单元的感应灯修好",
            "areaCode", Town.HOME,
            "category", "PWR01",
            "needs", List.of(Map.of("kind", "hands", "title", "电工", "quantity", "2", "unit", "人"))));
    private String holder = "partner1";

    public AProject titled(String title) {
        return with("title", title);
    }

    public AProject grownFrom(String... topics) {
        return with("topicIds", List.of(topics));
    }

    public AProject toBeginWithin(int days) {
        return with("beginWithinDays", days);
    }

    /** Staff choose who carries it. */
    public AProject reviewed() {
        return with("claimPolicy", "reviewed");
    }

    /** Several carry it, each a share of one need. */
    public AProject shared(int slots, int quantity) {
        var need = Map.of("kind", "goods", "title", "早樱", "quantity", quantity, "unit", "株");
        return with("claimMode", "shared").with("slots", slots).with("needs", List.of(need));
    }

    public AProject with(String field, Object value) {
        form.put(field, value);
        return this;
    }

    /** Which account's partner claims it; {@code partner1}'s if nothing is said. */
    public AProject heldBy(String account) {
        holder = account;
        return this;
    }

    public String drafted() {
        return as("staff1")
                .post("/projects", form)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public String published() {
        return step("staff1", "publish", drafted(), Map.of());
    }

    public String claimed() {
        String id = published();
        claim(id, holder);
        return id;
    }

    public String begun() {
        return step(holder, "begin", claimed(), Map.of());
    }

    public String delivered() {
        return step(holder, "report-completion", begun(), completion());
    }

    public String completed() {
        return step("staff1", "accept", delivered(), Map.of());
    }

    public String closed() {
        return step("staff1", "close", completed(), Map.of());
    }

    public String cancelled() {
        return step("staff1", "cancel", published(), Map.of("reason", "改由物业处理。"));
    }

    /** @return the claim's id */
    public static String claim(String project, String account) {
        return as(account)
                .post("/projects/{id}/claims", Map.of("partnerId", Town.partnerOf(account)), project)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** What a holder says when it is done. */
    public static Map<String, ?> completion() {
        var lamps = Map.of("measure", "更换感应灯", "value", "8", "unit", "盏");
        return Map.of("outcome", Map.of("numbers", List.of(lamps), "story", "灯亮了，跺脚就亮。"));
    }

    /** The states that a project can be in, as this test suite understands the domain. */
    public enum ProjectLife {
        DRAFT,
        OPEN,
        CLAIMED,
        IN_PROGRESS,
        DELIVERED,
        COMPLETED,
        CLOSED,
        CANCELLED
    }

    public String in(ProjectLife state) {
        return switch (state) {
            case DRAFT -> drafted();
            case OPEN -> published();
            case CLAIMED -> claimed();
            case IN_PROGRESS -> begun();
            case DELIVERED -> delivered();
            case COMPLETED -> completed();
            case CLOSED -> closed();
            case CANCELLED -> cancelled();
        };
    }

    private static String step(String who, String verb, String id, Map<String, ?> body) {
        as(who).post("/projects/{id}/" + verb, body, id).then().statusCode(200);
        return id;
    }
}
