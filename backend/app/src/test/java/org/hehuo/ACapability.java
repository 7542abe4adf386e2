package org.hehuo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a partner can give. */
public final class ACapability {
    private final Map<String, Object> form = new HashMap<>(Map.of(
            "kind",
            "hands",
            "title",
            "上门修灯换灯",
            "categoryCodes",
            List.of("PWR01"),
            "areaCodes",
            List.of(),
            "charge",
            "free",
            "photoIds",
            List.of()));
    private String partner = "";

    public ACapability of(String partner) {
        this.partner = partner;
        return this;
    }

    public ACapability with(String field, Object value) {
        form.put(field, value);
        return this;
    }

    /** @return its partner's id and its own */
    public List<String> given() {
        String of = partner.isEmpty() ? Town.partnerOf("partner1") : partner;
        String id = new Persona("admin1")
                .post("/partners/{id}/capabilities", form, of)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return List.of(of, id);
    }

    public List<String> paused() {
        var ids = given();
        new Persona("admin1")
                .step("/partners/{id}/capabilities/{capability}/pause", ids.toArray())
                .then()
                .statusCode(200);
        return ids;
    }
}
