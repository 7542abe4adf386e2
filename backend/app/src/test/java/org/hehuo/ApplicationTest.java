package org.hehuo;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hehuo.Given.aPartner;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Given.anApplication;
import static org.hehuo.Given.unique;
import static org.hehuo.Persona.aPasserBy;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** An organisation becomes a partner (S1, S5, S7). */
@RealTest
class ApplicationTest {
    private static final String CODE = "91370203XH0000001R";

    @Inject
    Jdbi jdbi;

    @Inject
    EventFlow events;

    @Test
    void whoIsApprovedOwnsThePartnerAtOnce() {
        var manager = Realm.newcomer("陈经理").arrives();
        String application = anApplication().by(manager).submitted();
        manager.get("/partner-applications/{id}", application)
                .then()
                .body("state", is("submitted"))
                .body("dueAt", not(nullValue()))
                .body("contact.phone", is("13900000321"))
                .body("allowedActions", is(List.of("withdraw")));
        as("admin1")
                .step("/partner-applications/{id}/start-review", application)
                .then()
                .statusCode(200)
                .body("state", is("under_review"))
                .body("contact", nullValue())
                .body("allowedActions", hasItems("approve", "reject", "return", "reveal-contact"));
        String partner = as("admin1")
                .step("/partner-applications/{id}/approve", application)
                .then()
                .statusCode(200)
                .body("state", is("approved"))
                .extract()
                .path("partner.id");
        // What it offered stands in the directory from its first day.
        aPasserBy()
                .get("/partners/{id}/capabilities", partner)
                .then()
                .body("items.size()", is(1))
                .body("items.state", is(List.of("active")));
        manager.get("/me")
                .then()
                .body("roles", hasItem("partner"))
                .body("memberships.partner.id", is(List.of(partner)))
                .body("memberships.role", is(List.of("owner")));
        events.settle();
        await().untilAsserted(() -> manager.get("/me/notifications")
                .then()
                .body("items.type", hasItems("partner_application.review_started", "partner_application.approved")));
    }

    @Test
    void whatIsMissingIsSaidAndSentAgain() {
        var application = anApplication();
        String id = application.returned();
        as("resident1")
                .get("/partner-applications/{id}", id)
                .then()
                .body("state", is("returned"))
                .body("reason", is("请补上执照照片。"))
                .body("dueAt", nullValue())
                .body("allowedActions", is(List.of("resubmit", "withdraw")));
        application.with("licencePhotoId", APicture.uploadedBy("resident1"));
        String picture = as("resident1")
                .post("/partner-applications/{id}/resubmit", application.form(), id)
                .then()
                .statusCode(200)
                .body("state", is("submitted"))
                .body("reason", nullValue())
                .body("dueAt", not(nullValue()))
                .extract()
                .path("licence.url");
        picture = picture.replace("/api/v1", "");
        as("admin1").get(picture).then().statusCode(200);
        as("resident2").get(picture).then().statusCode(404);
    }

    @Test
    void whatItNamesWhenSentAgainIsThereToo() {
        var application = anApplication();
        String id = application.returned();
        application.with("callId", "C-2026-9999");
        as("resident1")
                .post("/partner-applications/{id}/resubmit", application.form(), id)
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("callId"));
    }

    @Test
    void anAppealIsDecidedBySomebodyElseAndMadeOnce() {
        String id = anApplication().rejected();
        var appeal = Map.of("text", "我们已迁入本区。");
        as("resident1")
                .post("/partner-applications/{id}/appeal", appeal, id)
                .then()
                .statusCode(200)
                .body("state", is("under_review"));
        as("admin1")
                .step("/partner-applications/{id}/approve", id)
                .then()
                .statusCode(409)
                .body("code", is("decided_by_oneself"));
        as("admin2")
                .post("/partner-applications/{id}/reject", Map.of("reason", "仍不在本区。"), id)
                .then()
                .statusCode(200);
        as("resident1")
                .post("/partner-applications/{id}/appeal", appeal, id)
                .then()
                .statusCode(409);
    }

    @Test
    void nobodyDecidesAboutTheirOwn() {
        String id = anApplication().by(as("admin3")).submitted();
        as("admin3").step("/partner-applications/{id}/approve", id).then().statusCode(409);
        as("admin2").step("/partner-applications/{id}/approve", id).then().statusCode(200);
    }

    @Test
    void anOrganisationAppliesOnceAtATime() {
        String name = unique("植树公司");
        var first = anApplication().with("name", name);
        String id = first.submitted();
        anApplication()
                .with("name", name)
                .by(as("resident2"))
                .sent()
                .then()
                .statusCode(409)
                .body("code", is("partner_application.already_made"));
        as("resident1").step("/partner-applications/{id}/withdraw", id).then().statusCode(200);
        anApplication().with("name", name).by(as("resident2")).submitted();
    }

    @Test
    void manyAtOnceMakeOne() {
        String name = unique("植树公司");
        var statuses =
                Together.each(20, i -> anApplication().with("name", name).sent().statusCode());
        assertEquals(1, statuses.stream().filter(status -> status == 201).count(), statuses::toString);
        assertEquals(19, statuses.stream().filter(status -> status == 409).count(), statuses::toString);
    }

    @Test
    void aCreditCodeIsCheckedAndBelongsToOnePartner() {
        anApplication()
                .with("creditCode", "91370203XH00000017")
                .sent()
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("creditCode"))
                .body("violations.code", hasItem("credit_code"));
        String id = anApplication()
                .by(Realm.newcomer("黄经理").arrives())
                .with("creditCode", CODE)
                .submitted();
        as("admin1").step("/partner-applications/{id}/approve", id).then().statusCode(200);
        String second = anApplication().with("creditCode", CODE).submitted();
        as("admin1").get("/partner-applications/{id}", second).then().body("doubles.size()", is(1));
        as("admin1")
                .step("/partner-applications/{id}/approve", second)
                .then()
                .statusCode(409)
                .body("code", is("partner.code_taken"));
        as("admin1").get("/partner-applications/{id}", second).then().body("state", is("submitted"));
    }

    @Test
    void whoIsAPartnerAlreadyIsShownToTheDistrictAlone() {
        String name = unique("花木公司");
        String partner = aPartner().named(name).joined();
        String id = anApplication().with("name", name).submitted();
        as("admin1").get("/partner-applications/{id}", id).then().body("doubles.id", is(List.of(partner)));
        as("resident1").get("/partner-applications/{id}", id).then().body("$", not(hasKey("doubles")));
    }

    @Test
    void theContactIsLockedAndEachLookRecorded() {
        String id = anApplication().submitted();
        byte[] kept = jdbi.withHandle(
                h -> h.createQuery("select contact from partner_application where id = cast(:id as uuid)")
                        .bind("id", id)
                        .mapTo(byte[].class)
                        .one());
        assertFalse(new String(kept, StandardCharsets.UTF_8).contains("13900000321"));
        as("admin1").get("/partner-applications/{id}", id).then().body(not(containsString("13900000321")));
        as("admin1")
                .step("/partner-applications/{id}/reveal-contact", id)
                .then()
                .statusCode(200)
                .body("phone", is("13900000321"));
        as("admin1")
                .get("/audit?thing={id}", id)
                .then()
                .body("items.action", hasItem("partner_application.reveal-contact"));
    }

    @Test
    void itNamesTheTopicThatItWantsToHelpWith() {
        String topic = aTopic().posted();
        String id = anApplication().with("topicId", topic).submitted();
        as("admin1").get("/partner-applications/{id}", id).then().body("topic.id", is(topic));
        String hidden = aTopic().hidden();
        anApplication()
                .by(as("resident2"))
                .with("topicId", hidden)
                .sent()
                .then()
                .statusCode(422)
                .body("violations.field", hasItem("topicId"));
    }

    @Test
    void theDistrictReadsAllByTheirPromiseOthersTheirOwn() {
        String mine = anApplication().submitted();
        String other = anApplication().by(as("resident2")).submitted();
        as("resident1")
                .get("/partner-applications?pageSize=100")
                .then()
                .body("items.id", hasItem(mine))
                .body("items.id", not(hasItem(other)));
        List<String> due = as("admin1")
                .get("/partner-applications?state=submitted&sort=dueAt&pageSize=100")
                .then()
                .statusCode(200)
                .extract()
                .path("items.dueAt");
        assertEquals(due.stream().sorted().toList(), due);
    }
}
