package org.hehuo;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hehuo.Given.aPartner;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A link gives one person one place, once, while whoever made it may still give it. */
@RealTest
class JoinLinkTest {
    private static final String PHONE = "13900007001";

    @Test
    void whoeverIsSentItJoins() {
        String partner = aPartner().ownedBy("partner2").joined();
        var invited = Realm.newcomer("同事春分");
        accept(partner, link(partner, Map.of("role", "owner")), invited)
                .then()
                .statusCode(200)
                .body("role", is("owner"));
        invited.get("/me")
                .then()
                .body("memberships.partner.id", hasItem(partner))
                .body("roles", hasItem("partner"));
    }

    @Test
    void ofManyAtOnceOneJoins() {
        String partner = aPartner().ownedBy("partner2").joined();
        String secret = link(partner, Map.of());
        var crowd = IntStream.range(0, 8)
                .mapToObj(i -> Realm.newcomer("抢着来" + i).arrives())
                .toList();
        var statuses =
                Together.each(8, i -> accept(partner, secret, crowd.get(i)).statusCode());
        assertEquals(1, statuses.stream().filter(s -> s == 200).count(), statuses::toString);
        assertEquals(7, statuses.stream().filter(s -> s == 409).count(), statuses::toString);
    }

    @Test
    void aRevokedOneIsGoodForNothing() {
        String partner = aPartner().ownedBy("partner2").joined();
        String secret = link(partner, Map.of());
        String id = as("partner2").get("/partners/{id}/join-links", partner).path("items[0].id");
        as("partner2")
                .step("/partners/{id}/join-links/{link}/revoke", partner, id)
                .then()
                .statusCode(204);
        accept(partner, secret, Realm.newcomer("同事清明")).then().statusCode(409).body("code", is("join_link.spent"));
    }

    @Test
    void nobodyJoinsByALinkOfWhoWasSentAway() {
        String partner = aPartner().ownedBy("partner2").joined();
        var second = Realm.newcomer("管理人立夏").arrives();
        as("partner2")
                .post("/partners/{id}/members", Map.of("personId", second.id(), "role", "owner"), partner)
                .then()
                .statusCode(201);
        String secret = secret(
                second.post("/partners/{id}/join-links", Map.of(), partner).path("url"));
        as("partner2")
                .step("/partners/{id}/members/{person}/remove", partner, second.id())
                .then()
                .statusCode(200);
        accept(partner, secret, Realm.newcomer("同事芒种")).then().statusCode(409);
    }

    @Test
    void anothersLinkIsForAnotherPartner() {
        String partner = aPartner().ownedBy("partner2").joined();
        String other = aPartner().ownedBy("partner2").joined();
        accept(other, link(partner, Map.of()), Realm.newcomer("同事夏至")).then().statusCode(409);
    }

    @Test
    void oneForANumberIsForWhoKnowsIt() {
        String partner = aPartner().ownedBy("partner2").joined();
        String secret = link(partner, Map.of("phone", PHONE));
        var invited = Realm.newcomer("同事小暑").arrives();
        accept(partner, secret, invited).then().statusCode(422).body("violations.field", hasItem("phone"));
        give(partner, secret, "13900007002", invited)
                .then()
                .statusCode(422)
                .body("violations.code", hasItem("not_invited"));
        as("partner2").get("/partners/{id}/join-links", partner).then().body("items.phone", is(List.of("139****7001")));
        give(partner, secret, "139 0000 7001", invited).then().statusCode(200);
    }

    @Test
    void whoFoundALinkCannotTryNumbersForEver() {
        String partner = aPartner().ownedBy("partner2").joined();
        String secret = link(partner, Map.of("phone", PHONE));
        var finder = Realm.newcomer("拾到的人").arrives();
        for (int i = 0; i < 5; i++)
            give(partner, secret, "1390000800" + i, finder).then().statusCode(422);
        give(partner, secret, PHONE, finder).then().statusCode(409);
    }

    @Test
    void aLinkMakesStaffOfAnArea() {
        var invited = Realm.newcomer("社工处暑");
        String secret = secret(as("admin1")
                .post("/people/join-links", Map.of("areaCodes", List.of(Town.HOME)))
                .path("url"));
        invited.post("/people/join-links/accept", Map.of("secret", secret))
                .then()
                .statusCode(204);
        invited.get("/me").then().body("areas.code", hasItem(Town.HOME)).body("roles", hasItem("staff"));
        Realm.newcomer("社工秋分")
                .post("/people/join-links/accept", Map.of("secret", secret))
                .then()
                .statusCode(409);
    }

    @Test
    void theSecretIsToldOnce() {
        String partner = aPartner().ownedBy("partner2").joined();
        String secret = link(partner, Map.of());
        String listed = as("partner2").get("/partners/{id}/join-links", partner).asString();
        assertEquals(-1, listed.indexOf(secret));
        as("partner1")
                .get("/partners/{id}/join-links", partner)
                .then()
                .statusCode(403)
                .body("items", not(hasItem("x")));
    }

    private static String link(String partner, Map<String, ?> form) {
        return secret(
                as("partner2").post("/partners/{id}/join-links", form, partner).path("url"));
    }

    private static String secret(String url) {
        return url.substring(url.indexOf('#') + 1);
    }

    private static io.restassured.response.Response accept(String partner, String secret, Persona who) {
        return who.post("/partners/{id}/members/accept", Map.of("secret", secret), partner);
    }

    private static io.restassured.response.Response give(String partner, String secret, String phone, Persona who) {
        return who.post("/partners/{id}/members/accept", Map.of("secret", secret, "phone", phone), partner);
    }
}
