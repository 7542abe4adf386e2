package org.hehuo;

import static org.hehuo.Given.aProject;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What lies in the trays: each number is the length of the list behind it, and nobody else's work is in it. */
@RealTest
class InboxTest {
    private static final Map<String, String> LISTS = Map.of(
            "new", "/topics?state=open&area=",
            "overdue", "/topics?overdue=true&area=",
            "raised", "/topics?escalatedTo=" + Town.STREET + "&area=",
            "mine",
                    "/topics?assignedToMe=true&state=open&state=accepted&state=in_progress&state=waiting_resident&area=",
            "running", "/topics?state=accepted&state=in_progress&area=",
            "waiting", "/topics?state=waiting_resident&area=",
            "offers", "/claims?state=submitted&",
            "delivered", "/projects?state=delivered&area=",
            "drafts", "/projects?state=draft&area=");

    @Inject
    Jdbi jdbi;

    @Test
    void eachNumberIsThatOfTheListBehindIt() {
        aTopic().posted();
        aTopic().hidden();
        aTopic().started();
        aTopic().asked();
        aProject().drafted();
        aProject().delivered();
        AClaim.SUBMITTED.made();
        raise(aTopic().posted());
        raise(aTopic().merged());
        as("street1").step("/topics/{id}/accept", aTopic().posted()).then().statusCode(200);
        for (var desk : Map.of("staff1", Town.HOME, "street1", Town.STREET).entrySet()) {
            var inbox = inbox(as(desk.getKey()));
            List<String> names = inbox.getList("trays.name");
            assertEquals(desk.getKey().equals("street1"), names.contains("raised"));
            for (String name : names) {
                int listed = length(as(desk.getKey()), LISTS.get(name), desk.getValue());
                assertEquals(listed, count(inbox, name), desk.getKey() + ": " + name);
                assertTrue(listed > 0, "nothing lies in " + name);
            }
        }
    }

    @Test
    void theNumbersOfTheDayGoUpWithTheWork() {
        var before = inbox(as("staff1"));
        String topic = aTopic().posted();
        assertEquals(before.getInt("day.cameIn") + 1, inbox(as("staff1")).getInt("day.cameIn"));
        as("staff1").step("/topics/{id}/accept", topic).then().statusCode(200);
        as("staff1")
                .post("/topics/{id}/ask", Map.of("question", "哪一盏？"), topic)
                .then()
                .statusCode(200);
        var after = inbox(as("staff1"));
        assertEquals(before.getInt("day.answered") + 1, after.getInt("day.answered"), "once, however often");
        assertEquals(before.getInt("day.waitingForResidents") + 1, after.getInt("day.waitingForResidents"));
        assertEquals(count(before, "new"), count(after, "new"));
        assertEquals(count(after, "overdue"), after.getInt("day.overdue"));
    }

    @Test
    void anOfficialReplyIsAnAnswer() {
        String topic = aTopic().posted();
        int before = inbox(as("staff1")).getInt("day.answered");
        as("staff1")
                .post("/topics/{id}/replies", Map.of("body", "明天来修。", "official", true), topic)
                .then()
                .statusCode(201);
        assertEquals(before + 1, inbox(as("staff1")).getInt("day.answered"));
    }

    @Test
    void eachNumberOfTheDayIsThatOfTheListBehindIt() {
        String topic = aTopic().posted();
        aTopic().merged();
        aTopic().accepted();
        jdbi.useHandle(h -> h.createUpdate("update topic set due_at = now() + interval '1 second' where id = :id")
                .bind("id", topic)
                .execute());
        var day = inbox(as("staff1"));
        String today = day.getString("day.date");
        Map<String, String> lists = Map.of(
                "cameIn", "createdFrom=" + today,
                "answered", "answeredFrom=" + today,
                "dueToday", "overdue=false&state=open&state=accepted&state=in_progress&dueUntil=" + today);
        lists.forEach((number, query) -> {
            int listed = length(as("staff1"), "/topics?" + query + "&area=", Town.HOME);
            assertEquals(listed, day.getInt("day." + number), number);
            assertTrue(listed > 0, "no " + number);
        });
    }

    @Test
    void theWorkOfAnotherAreaIsNotCounted() {
        var before = inbox(as("staff2"));
        aTopic().posted();
        aTopic().accepted();
        aTopic().asked();
        raise(aTopic().posted());
        aProject().drafted();
        aProject().delivered();
        AClaim.SUBMITTED.made();
        var after = inbox(as("staff2"));
        assertEquals(before.getList("trays"), after.getList("trays"));
        assertEquals(before.getMap("day"), after.getMap("day"));
    }

    private void raise(String topic) {
        jdbi.useHandle(h -> h.createUpdate(
                        "update topic set due_at = now() - interval '1 day', escalated_to = :office where id = :id")
                .bind("office", Town.STREET)
                .bind("id", topic)
                .execute());
    }

    private static JsonPath inbox(Persona who) {
        return who.get("/inbox").then().statusCode(200).extract().jsonPath();
    }

    private static int count(JsonPath inbox, String tray) {
        return inbox.getInt("trays.find { it.name == '" + tray + "' }.count");
    }

    private static int length(Persona who, String list, String area) {
        String path = (list.endsWith("=") ? list + area + "&" : list) + "pageSize=100";
        var ids = new ArrayList<String>();
        String cursor = "";
        do {
            var page = who.get(path + cursor).then().statusCode(200).extract().jsonPath();
            ids.addAll(page.getList("items.id"));
            String next = page.getString("nextCursor");
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());
        return ids.size();
    }
}
