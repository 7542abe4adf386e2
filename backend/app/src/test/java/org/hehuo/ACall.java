package org.hehuo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A call for partners. */
public final class ACall {
    private final Map<String, Object> form = new HashMap<>(Map.of(
            "title",
            "让城市成为合伙人",
            "body",
            "## 我们在找\n\n- 会修灯的\n- 会种树的",
            "areaCode",
            Town.DISTRICT,
            "fieldCodes",
            List.of("governance"),
            "categoryCodes",
            List.of("GRN01")));

    public ACall with(String field, Object value) {
        form.put(field, value);
        return this;
    }

    /** @return its id */
    public String drafted() {
        return Persona.as("admin1")
                .post("/calls", form)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public String published() {
        String id = drafted();
        Persona.as("admin1").step("/calls/{id}/publish", id).then().statusCode(200);
        return id;
    }

    public String closed() {
        String id = published();
        Persona.as("admin1").step("/calls/{id}/close", id).then().statusCode(200);
        return id;
    }
}
