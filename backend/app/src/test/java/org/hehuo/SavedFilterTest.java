package org.hehuo;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What somebody looks for again and again is theirs alone. */
@RealTest
class SavedFilterTest {
    @Test
    void aFilterIsKeptUnderItsNameAndForgotten() {
        var staff = appointed("社工霜降");
        String id = save(staff, "路灯", "tray=new&category=PWR01")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        save(staff, "三号楼", "tray=overdue&q=3%E5%8F%B7%E6%A5%BC").then().statusCode(201);
        save(staff, "路灯", "tray=running").then().statusCode(201).body("id", is(id));
        staff.get("/me/saved-filters")
                .then()
                .statusCode(200)
                .body("items.name", is(List.of("路灯", "三号楼")))
                .body("items[0].query", is("tray=running"));
        staff.get("/inbox").then().body("savedFilters.name", is(List.of("路灯", "三号楼")));
        staff.delete("/me/saved-filters/{id}", id).then().statusCode(204);
        staff.delete("/me/saved-filters/{id}", id).then().statusCode(404);
        staff.get("/me/saved-filters").then().body("items.name", is(List.of("三号楼")));
    }

    @Test
    void anothersIsNotThere() {
        var staff = appointed("社工立冬");
        var colleague = appointed("社工小雪");
        String id = save(staff, "路灯", "tray=new").path("id");
        colleague.get("/me/saved-filters").then().body("items", empty());
        colleague.get("/inbox").then().body("savedFilters", empty());
        colleague.delete("/me/saved-filters/{id}", id).then().statusCode(404);
        staff.get("/me/saved-filters").then().body("items.id", hasItem(id));
    }

    @Test
    void thereAreTwentyAtMost() {
        var staff = appointed("社工冬至");
        for (int i = 1; i <= 20; i++) save(staff, "第" + i, "tray=new").then().statusCode(201);
        save(staff, "第21", "tray=new").then().statusCode(409).body("code", is("saved_filter.too_many"));
        save(staff, "第20", "tray=mine").then().statusCode(201);
        String third = staff.get("/me/saved-filters").path("items[2].id");
        staff.delete("/me/saved-filters/{id}", third);
        save(staff, "第21", "tray=new").then().statusCode(201);
    }

    @Test
    void itIsAnAddressAndNothingElse() {
        var staff = appointed("社工小满");
        save(staff, "路灯", "tray=new#<script>").then().statusCode(422);
        save(staff, "路灯", "x".repeat(301)).then().statusCode(422);
        save(staff, "名".repeat(21), "tray=new").then().statusCode(422);
    }

    private static Response save(Persona who, String name, String query) {
        return who.post("/me/saved-filters", Map.of("name", name, "query", query));
    }

    private static Persona appointed(String name) {
        var person = Realm.newcomer(name).arrives();
        Town.appoint(person, Town.HOME);
        return person;
    }
}
