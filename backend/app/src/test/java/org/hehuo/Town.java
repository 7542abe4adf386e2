package org.hehuo;

import static org.hehuo.Given.aPartner;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where the stories happen. The admin alone has brought it to life, by the API: the database was empty. */
public final class Town {
    public static final String DISTRICT = "370203";
    public static final String STREET = "370203019";
    /** The community of {@code staff1}. */
    public static final String HOME = "370203019001";
    /** The community of {@code staff2}, in another subdistrict. */
    public static final String ELSEWHERE = "370203020002";

    private static final Map<String, String> PARTNERS = new ConcurrentHashMap<>();
    private static boolean settled;

    private Town() {}

    static synchronized void settle() {
        if (settled) return;
        settled = true;
        // The tests' people came today, and post as if they had always been here.
        new Persona("admin1")
                .patch("*", "/programme", Map.of("newcomerDays", 0))
                .then()
                .statusCode(200);
        List.of("resident1", "resident2", "admin1").forEach(name -> new Persona(name).arrives());
        appoint(new Persona("staff1"), HOME);
        appoint(new Persona("staff2"), ELSEWHERE);
        appoint(new Persona("street1"), STREET);
        partnerOf("partner1");
        partnerOf("partner2");
    }

    static void appoint(Persona person, String... areas) {
        new Persona("admin1")
                .put(
                        "/people/{id}/areas",
                        Map.of("areaCodes", List.of(areas)),
                        person.arrives().id())
                .then()
                .statusCode(200);
    }

    /** The partner that this account's owner speaks for. */
    public static String partnerOf(String account) {
        return PARTNERS.computeIfAbsent(
                account, name -> aPartner().ownedBy(name).joined());
    }
}
