package org.hehuo;

import java.util.List;
import java.util.Map;

/** An organisation that the admin lets into the directory. */
public final class APartner {
    private String name = Given.unique("物业公司");
    private Persona owner = new Persona("partner1");

    public APartner named(String name) {
        this.name = name;
        return this;
    }

    public APartner ownedBy(String account) {
        return ownedBy(new Persona(account));
    }

    public APartner ownedBy(Persona owner) {
        this.owner = owner;
        return this;
    }

    /** @return its id */
    public String joined() {
        return new Persona("admin1")
                .post("/partners", form())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Map<String, Object> form() {
        return Map.of(
                "name", name,
                "kind", "enterprise",
                "areaCodes", List.of(Town.DISTRICT),
                "fieldCodes", List.of("governance"),
                "ownerId", owner.arrives().id());
    }
}
