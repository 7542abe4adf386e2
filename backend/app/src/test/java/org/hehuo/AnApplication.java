package org.hehuo;

import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An organisation that applies as a partner. */
public final class AnApplication {
    private final Map<String, Object> form = new HashMap<>(Map.of(
            "name", Given.unique("园林公司"),
            "kind", "enterprise",
            "contact", Map.of("name", "陈经理", "phone", "13900000321"),
            "areaCodes", List.of(Town.HOME),
            "fieldCodes", List.of("governance"),
            "offers", List.of(Map.of("kind", "expertise", "title", "绿化养护", "categoryCodes", List.of("GRN01")))));
    private Persona applicant = new Persona("resident1");

    public AnApplication by(Persona applicant) {
        this.applicant = applicant;
        return this;
    }

    public AnApplication with(String field, Object value) {
        form.put(field, value);
        return this;
    }

    Map<String, Object> form() {
        return form;
    }

    Response sent() {
        Town.settle();
        return applicant.post("/partner-applications", form);
    }

    /** @return its id */
    public String submitted() {
        return sent().then().statusCode(201).extract().path("id");
    }

    public String returned() {
        return after("return", Map.of("reason", "请补上执照照片。"));
    }

    public String rejected() {
        return after("reject", Map.of("reason", "不在本区。"));
    }

    private String after(String verb, Map<String, ?> body) {
        String id = submitted();
        new Persona("admin1")
                .post("/partner-applications/{id}/" + verb, body, id)
                .then()
                .statusCode(200);
        return id;
    }
}
