package org.hehuo;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hehuo.Given.aPartner;
import static org.hehuo.Given.aProject;
import static org.hehuo.Given.unique;
import static org.hehuo.Persona.aPasserBy;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

/** The directory as others use it: as a table, as a curve, as a page to be proud of. */
@RealTest
class DirectoryTest {
    @Test
    void theTableRunsNothingAndNamesNobody() {
        String name = unique("表里的公司");
        ATable.with(name + ",,企业,大港街道,某个人,13900007009,\"=HYPERLINK(\"\"http://example.invalid\"\")\",2020-04-03\n")
                .imported()
                .then()
                .statusCode(201);
        byte[] csv = as("admin1").get("/exports/partners.csv?q=" + name).asByteArray();
        assertEquals((byte) 0xEF, csv[0]);
        String text = new String(csv, StandardCharsets.UTF_8);
        assertTrue(text.contains("单位名称,统一社会信用代码,单位类型"), text);
        assertTrue(text.contains("\"'=HYPERLINK("), text);
        assertFalse(text.contains("13900007009") || text.contains("某个人"), text);
        // What went out comes in again, and changes nothing.
        var again = ATable.of(csv).tried();
        assertEquals(0, ATable.count(again, "new") + ATable.count(again, "wrong"));
    }

    @Test
    void theWorkbookHoldsWhatItShowsAndNothingElse() throws IOException {
        String name = unique("=表里的公司");
        aPartner().named(name).joined();
        byte[] xlsx = as("admin1")
                .get("/exports/partners.xlsx?q=" + name.substring(1))
                .asByteArray();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            assertEquals(1, book.getSheets().count());
            var rows = book.getFirstSheet().read();
            assertEquals(2, rows.size());
            assertEquals("'" + name, rows.get(1).getCellText(1));
        }
        var parts = new TreeSet<String>();
        try (var zip = ZipFile.builder().setByteArray(xlsx).get()) {
            zip.getEntries().asIterator().forEachRemaining(e -> parts.add(e.getName()));
        }
        assertEquals(
                new TreeSet<>(List.of(
                        "[Content_Types].xml",
                        "_rels/.rels",
                        "docProps/app.xml",
                        "docProps/core.xml",
                        "xl/_rels/workbook.xml.rels",
                        "xl/sharedStrings.xml",
                        "xl/styles.xml",
                        "xl/workbook.xml",
                        "xl/worksheets/sheet1.xml")),
                parts);
    }

    @Test
    void growthAddsUpToWhatTheListHolds() {
        aPartner().joined();
        var growth = aPasserBy().get("/partners/growth").jsonPath();
        int joined = growth.getInt("days.sum { it.joined }");
        assertEquals(joined, growth.getInt("days[-1].total"));
        assertEquals(joined, growth.getInt("kinds.sum { it.partners }"));
        assertEquals(
                joined + 1,
                as("admin1")
                        .get("/exports/partners.csv")
                        .asString()
                        .lines()
                        .filter(l -> l.startsWith("HH-") || l.contains("编号"))
                        .count());
        aPasserBy()
                .get("/partners/growth?from=2999-01-01")
                .then()
                .body("before", is(joined))
                .body("days", is(List.of()));
    }

    @Test
    void theRecordIsWhatWasDelivered() {
        var owner = Realm.newcomer("店主立秋").arrives();
        String name = unique("<b>光荣</b>公司");
        String partner = aPartner().named(name).ownedBy(owner).joined();
        String project = aProject().published();
        owner.post("/projects/{id}/claims", Map.of("partnerId", partner), project)
                .then()
                .statusCode(201);
        owner.post("/projects/{id}/begin", Map.of("partnerId", partner), project)
                .then()
                .statusCode(200);
        var report = new java.util.HashMap<String, Object>(AProject.completion());
        report.put("partnerId", partner);
        owner.post("/projects/{id}/report-completion", report, project).then().statusCode(200);
        as("staff1").post("/projects/{id}/accept", Map.of(), project).then().statusCode(200);
        as("resident2")
                .post("/evaluations", Map.of("projectId", project, "rating", 4))
                .then()
                .statusCode(201);
        aPasserBy()
                .get("/partners/{id}/record", partner)
                .then()
                .body("claimed", is(1))
                .body("delivered", is(1))
                .body("ratings.count", is(1))
                .body("areas.area.code", hasItem(Town.HOME));
        aPasserBy()
                .get("/partners/{id}/badge.svg", partner)
                .then()
                .statusCode(200)
                .contentType("image/svg+xml")
                .body(containsString("为街坊办成 1 件事 · 评价 4"))
                .body(containsString("&lt;b&gt;"))
                .body(not(containsString("<b>")));
    }
}
