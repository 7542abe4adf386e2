package org.hehuo;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.hehuo.AMeeting.arrives;
import static org.hehuo.AMeeting.hand;
import static org.hehuo.AMeeting.step;
import static org.hehuo.Given.aMeeting;
import static org.hehuo.Given.aPartner;
import static org.hehuo.Given.aProject;
import static org.hehuo.Persona.aPasserBy;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The minutes draw themselves: who came, what was claimed when, what is left. */
@RealTest
class MinutesTest {
    private String lamp = "";
    private String wall = "";
    private String tree = "";
    private String absent = "";

    @BeforeEach
    void prepare() {
        lamp = aProject().titled("=HYPERLINK(\"x\")的灯").published();
        wall = aProject().titled("纪要里的墙").published();
        tree = aProject().titled("纪要里的树").published();
        absent = aPartner().named(Given.unique("没来的单位")).ownedBy("partner2").joined();
    }

    private List<String> held() {
        var round = aMeeting()
                .about(lamp, wall, tree)
                .with("partnerIds", List.of(absent))
                .open();
        arrives("partner1", round.getFirst(), Town.partnerOf("partner1"));
        arrives("staff1", round.getFirst(), Town.partnerOf("partner2"));
        hand("partner1", lamp).then().statusCode(201);
        String given = hand("staff1", Town.partnerOf("partner2"), wall)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String back = hand("partner1", tree).then().statusCode(201).extract().path("id");
        as("partner1")
                .post("/claims/{id}/withdraw", Map.of("reason", "点错了。"), back)
                .then()
                .statusCode(200);
        step(round, "close");
        as("staff1").step("/meetings/{id}/close", round.getFirst()).then().statusCode(200);
        return List.of(round.getFirst(), given);
    }

    @Test
    void theyStayAsTheyWereWhenTheMeetingClosed() {
        var held = held();
        hand("partner2", tree).then().statusCode(201);
        as("partner2")
                .post("/claims/{id}/withdraw", Map.of("reason", "人手不够。"), held.getLast())
                .then()
                .statusCode(200);
        aPasserBy()
                .get("/meetings/{id}/minutes", held.getFirst())
                .then()
                .statusCode(200)
                .body("arrivals.partner.id", is(List.of(Town.partnerOf("partner1"), Town.partnerOf("partner2"))))
                .body("arrivals.inHall", is(List.of(false, true)))
                .body("absent.id", is(List.of(absent)))
                .body("claims.projectId", is(List.of(lamp, wall)))
                .body("claims.proxy", is(List.of(false, true)))
                .body("left.projectId", is(List.of(tree)))
                .body("left[0].slotsLeft", is(1));
    }

    @Test
    void whileTheMeetingGoesOnTheyGrow() {
        var round = aMeeting().about(lamp).open();
        arrives("partner1", round.getFirst(), Town.partnerOf("partner1"));
        aPasserBy()
                .get("/meetings/{id}/minutes", round.getFirst())
                .then()
                .body("left.projectId", is(List.of(lamp)))
                .body("closedAt", nullValue());
        hand("partner1", lamp).then().statusCode(201);
        aPasserBy().get("/meetings/{id}/minutes", round.getFirst()).then().body("claims.projectId", is(List.of(lamp)));
    }

    @Test
    void beforeTheMeetingThereAreNone() {
        aPasserBy()
                .get("/meetings/{id}/minutes", aMeeting().planned())
                .then()
                .statusCode(409)
                .body("state", is("planned"));
        aPasserBy().get("/meetings/M-2026-999999/minutes.pdf").then().statusCode(404);
    }

    @Test
    void whatIsSharedIsLeftWhileSomethingIsNeeded() {
        String filled = aProject().shared(5, 20).published();
        String short_ = aProject().shared(5, 20).published();
        var round = aMeeting().about(filled, short_).open();
        arrives("partner1", round.getFirst(), Town.partnerOf("partner1"));
        hand("partner1", filled).then().statusCode(201);
        String need = as("partner1").get("/projects/{id}", short_).path("needs[0].id");
        var some = Map.of(
                "partnerId", Town.partnerOf("partner1"), "shares", List.of(Map.of("needId", need, "quantity", 12)));
        as("partner1").post("/projects/{id}/claims", some, short_).then().statusCode(201);
        as("staff1").step("/meetings/{id}/close", round.getFirst()).then().statusCode(200);
        aPasserBy().get("/meetings/{id}/minutes", round.getFirst()).then().body("left.projectId", is(List.of(short_)));
    }

    @Test
    void whoOfferedThemselvesIsCountedWhereStaffChoose() {
        String reviewed = aProject().with("claimPolicy", "reviewed").published();
        var round = aMeeting().about(reviewed).open();
        arrives("partner1", round.getFirst(), Town.partnerOf("partner1"));
        hand("partner1", reviewed).then().statusCode(201).body("state", is("submitted"));
        aPasserBy().get("/meetings/{id}/minutes", round.getFirst()).then().body("left[0].offers", is(1));
        as("staff1").step("/meetings/{id}/close", round.getFirst()).then().statusCode(200);
        String claim = as("staff1").get("/projects/{id}/claims", reviewed).path("items[0].id");
        as("staff1").step("/claims/{id}/confirm", claim).then().statusCode(200);
        aPasserBy()
                .get("/meetings/{id}/minutes", round.getFirst())
                .then()
                .body("claims.size()", is(0))
                .body("left[0].offers", is(1));
    }

    @Test
    void theyGoOnPaperAndIntoTables() throws IOException {
        String meeting = held().getFirst();
        byte[] pdf = aPasserBy()
                .get("/meetings/{id}/minutes.pdf", meeting)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        try (var paper = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(paper);
            for (String part : List.of("到会 2 家，认领 2 项，还剩 1 项", "纪要里的墙", "纪要里的树", "没来的单位", "代为举手"))
                assertTrue(text.contains(part), () -> part + " in " + text);
        }
        String table = aPasserBy()
                .get("/meetings/{id}/minutes.csv", meeting)
                .then()
                .statusCode(200)
                .header("Content-Type", startsWith("text/csv"))
                .body(containsString("'=HYPERLINK"))
                .extract()
                .asString();
        for (String part : List.of("认领,", "还没有人认领,", "到会,", "邀请了没有到会,"))
            assertTrue(table.contains(part), () -> part + " in " + table);
        assertEquals(7, table.lines().count());
    }
}
