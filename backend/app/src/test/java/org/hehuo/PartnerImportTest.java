package org.hehuo;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hehuo.ATable.count;
import static org.hehuo.Given.unique;
import static org.hehuo.Persona.aPasserBy;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** S2: the list that a district has already becomes its directory, and every fault of it is told at its cell. */
@RealTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PartnerImportTest {
    @Test
    @Order(1)
    void eachFaultOfTheSampleIsToldAtItsCellAndTheRestComesIn() throws IOException {
        var tried = ATable.sample("partners-utf8-bom.csv").tried();
        tried.then().statusCode(201).body("state", is("tried")).body("allowedActions", hasItems("commit", "edit"));
        assertEquals(told(faults()), told(tried));
        assertEquals(313, count(tried, "new"));
        assertEquals(5, count(tried, "wrong") + count(tried, "double"));
        assertEquals(2, count(tried, "unclear"));
        aPasserBy().get("/partners?q=青岛竹蜻蜓物业").then().body("items", empty());

        String id = tried.path("id");
        as("admin1")
                .step("/partner-imports/{id}/commit", id)
                .then()
                .statusCode(200)
                .body("state", is("done"))
                .body("done", is(313));
        aPasserBy().get("/partners?q=青岛竹蜻蜓物业").then().body("items.joinedOn", contains("2020-04-12"));
        // What looks like a formula is text.
        String formula =
                aPasserBy().get("/partners?q=点此查看资源清单").then().extract().path("items[0].intro");
        assertTrue(formula.startsWith("=HYPERLINK("), formula);
        as("admin1")
                .step("/partner-imports/{id}/commit", id)
                .then()
                .statusCode(409)
                .body("state", is("done"));
    }

    @Test
    @Order(2)
    void aSecondImportChangesNothingInWhicheverCoding() throws IOException {
        var again = ATable.sample("partners-gbk.csv").tried();
        assertEquals(told(faults()), told(again));
        assertEquals(313, count(again, "same"));
        assertEquals(0, count(again, "new") + count(again, "changed"));
    }

    @Test
    @Order(3)
    void whatIsPutRightComesInToo() {
        var tried = ATable.sample("partners-gbk.csv").tried();
        String id = tried.path("id");
        // A person accepts what was proposed, and gives the name that was missing.
        var change = Map.of(
                "corrections",
                List.of(
                        Map.of("line", 254, "field", "area", "value", "镇江路街道"),
                        Map.of("line", 199, "field", "name", "value", "青岛补上名称的公司")));
        var changed = as("admin1").patch(tried.header("ETag"), "/partner-imports/{id}", change, id);
        changed.then().statusCode(200);
        assertEquals(2, count(changed, "new"));
        assertEquals(313, count(changed, "same"));
        as("admin1")
                .patch(tried.header("ETag"), "/partner-imports/{id}", change, id)
                .then()
                .statusCode(412);
        as("admin1").step("/partner-imports/{id}/commit", id).then().statusCode(200);
        aPasserBy().get("/partners?q=青岛补上名称的公司").then().body("items.name", contains("青岛补上名称的公司"));
    }

    @Test
    void whatAColumnHoldsCanBeSaid() {
        String name = unique("换列的公司");
        var tried = ATable.of(("甲,乙,丙\n企业,大港街道," + name + "\n").getBytes(StandardCharsets.UTF_8))
                .tried();
        assertEquals(1, count(tried, "wrong"));
        String id = tried.path("id");
        var columns = List.of(
                Map.of("column", 0, "field", "kind"),
                Map.of("column", 1, "field", "area"),
                Map.of("column", 2, "field", "name"));
        var changed = as("admin1").patch(tried.header("ETag"), "/partner-imports/{id}", Map.of("columns", columns), id);
        assertEquals(1, count(changed, "new"));
        as("admin1")
                .get("/partner-imports/{id}/rows", id)
                .then()
                .body("items.name", contains(name))
                .body("items.line", contains(2));
    }

    @Test
    void whatTheDirectoryHasAlreadyIsChangedCellByCell() {
        String code = ATable.code();
        String name = unique("改过的公司");
        ATable.with(row(name, code, "13900007001"))
                .imported()
                .then()
                .statusCode(201)
                .body("state", is("done"));
        var tried = ATable.with(row(name, code, "13900007002")).tried();
        assertEquals(1, count(tried, "changed"));
        String id = tried.path("id");
        as("admin1")
                .get("/partner-imports/{id}/rows?fate=changed", id)
                .then()
                .body("items[0].changes.field", contains("contact_phone"))
                .body("items[0].changes.before", contains("13900007001"))
                .body("items[0].changes.after", contains("13900007002"));
    }

    @Test
    void whatChangedSinceIsLookedAtAgain() {
        String code = ATable.code();
        String name = unique("刚来的公司");
        var tried = ATable.with(row(name, code, "13900007001")).tried();
        ATable.with(row(name, code, "13900007003")).imported().then().statusCode(201);
        String id = tried.path("id");
        as("admin1")
                .step("/partner-imports/{id}/commit", id)
                .then()
                .statusCode(409)
                .body("code", is("partner_import.outdated"));
        var again = as("admin1").patch(tried.header("ETag"), "/partner-imports/{id}", Map.of(), id);
        assertEquals(1, count(again, "changed"));
    }

    @Test
    void anImportIsTakenBackWhileNothingStandsOnIt() {
        String name = unique("撤回的公司");
        var done = ATable.with(row(name, ATable.code(), "13900007001")).imported();
        String id = done.path("id");
        String partner = as("admin1").get("/partner-imports/{id}/rows", id).path("items[0].partner.id");
        String other = unique("留下的公司");
        var kept = ATable.with(row(other, ATable.code(), "13900007001")).imported();
        String stands = as("admin1")
                .get("/partner-imports/{id}/rows", (String) kept.path("id"))
                .path("items[0].partner.id");
        as("admin1")
                .post(
                        "/partners/{id}/members",
                        Map.of("personId", Realm.newcomer("店员谷雨").arrives().id()),
                        stands)
                .then()
                .statusCode(201);

        as("admin1")
                .step("/partner-imports/{id}/undo", id)
                .then()
                .statusCode(200)
                .body("state", is("undone"));
        aPasserBy().get("/partners/{id}", partner).then().statusCode(404);
        as("admin1")
                .step("/partner-imports/{id}/undo", (String) kept.path("id"))
                .then()
                .statusCode(409)
                .body("code", is("partner_import.stands"));
        aPasserBy().get("/partners/{id}", stands).then().statusCode(200);
    }

    @Test
    void whatIsNoTableIsRefusedWithAReason() throws IOException {
        ATable.of(APicture.aPicture().png())
                .tried()
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("unreadable"));
        ATable.of(new byte[] {'P', 'K', 3, 4, 0, 0}).tried().then().statusCode(422);
        ATable.of(new byte[0]).tried().then().statusCode(422).body("violations.code", hasItem("empty"));
        String endless = "单位名称,单位类型\n" + "x,\n".repeat(20_001);
        ATable.of(endless.getBytes(StandardCharsets.UTF_8))
                .tried()
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("too_many_rows"));
    }

    @Test
    void aWorkbookIsReadAsItIsShown() throws IOException {
        String name = unique("表格里的公司");
        var out = new ByteArrayOutputStream();
        try (var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("名录");
            sheet.value(0, 0, "某区合伙人名录");
            var head = List.of("单位名称", "单位类型", "所属街道", "联系人", "联系电话", "加入日期");
            for (int i = 0; i < head.size(); i++) sheet.value(1, i, head.get(i));
            sheet.value(2, 0, name);
            sheet.value(2, 1, "银行");
            sheet.value(2, 2, "大港街道");
            sheet.value(2, 3, "某人");
            sheet.value(2, 4, 13900007001L);
            sheet.value(2, 5, java.time.LocalDate.of(2020, 5, 6));
            sheet.style(2, 5).format("yyyy/m/d").set();
        }
        var tried = ATable.of(out.toByteArray()).imported();
        assertEquals(1, count(tried, "new"));
        tried.then().body("findings.code", contains("kind_read")).body("findings.line", contains(3));
        aPasserBy()
                .get("/partners?q=" + name)
                .then()
                .body("items.joinedOn", contains("2020-05-06"))
                .body("items.kind", contains("finance"));
    }

    @Test
    void tenThousandRowsAreInWithinTwentySeconds() {
        String rows = IntStream.range(0, 10_000)
                .mapToObj(i -> row(unique("万行公司" + i), ATable.code(), "13900007001"))
                .collect(Collectors.joining());
        var tried = ATable.with(rows).tried();
        assertEquals(10_000, count(tried, "new"));
        String id = tried.path("id");
        long began = System.nanoTime();
        as("admin1")
                .step("/partner-imports/{id}/commit", id)
                .then()
                .statusCode(200)
                .body("done", is(10_000));
        var took = Duration.ofNanos(System.nanoTime() - began);
        assertTrue(took.compareTo(Duration.ofSeconds(20)) < 0, "took " + took);
        as("admin1").step("/partner-imports/{id}/undo", id).then().statusCode(200);
    }

    /** What is told of cells that are not simply right: line, column and verdict. */
    private static Set<String> told(Response tried) {
        List<Map<String, Object>> findings = tried.path("findings");
        return findings.stream()
                .map(f -> f.get("line") + " " + f.get("heading") + " " + f.get("verdict"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> told(List<String> faults) {
        return new TreeSet<>(faults);
    }

    private static List<String> faults() throws IOException {
        try (var reader = Files.newBufferedReader(Path.of("src/test/resources/import-samples/faults.csv"))) {
            return CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader).stream()
                    .map(r -> r.get("line") + " " + r.get("column") + " " + r.get("expect"))
                    .toList();
        }
    }

    private static String row(String name, String code, String phone) {
        return name + "," + code + ",企业,大港街道,某人," + phone + ",修灯,2020-04-03\n";
    }
}
