package org.hehuo;

import java.util.List;
import java.util.Map;

/** An organisation that the admin lets into the directory. */
public final class APartner {
    private String name = Given.unique("物业公司");
    private Persona owner = new Persona("partner1");
    private String kind = "enterprise";
    private String area = Town.DISTRICT;

    public APartner named(String name) {
        this.name = name;
        return this;
    }

    public APartner ofKind(String kind) {
        this.kind = kind;
        return this;
    }

    public APartner serving(String area) {
        this.area = area;
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

    public String suspended() {
        String partner = joined();
        new Persona("admin1")
                .post("/partners/{id}/suspend", Map.of("reason", "执照过期了。"), partner)
                .then()
                .statusCode(200);
        return partner;
    }

    private Map<String, Object> form() {
        return Map.of(
                "name", name,
                "kind", kind,
                "areaCodes", List.of(area),
                "fieldCodes", List.of("governance"),
                "contact", Map.of("name", "联系人", "phone", "13900007001"),
                "ownerId", owner.arrives().id());
    }
}
