package org.hehuo;

import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hehuo.Given.unique;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.hehuo.delivery.Post;
import org.hehuo.kernel.time.Time;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who wants it is told by e-mail, by a real mail server. */
@RealTest
class MailTest {
    private static Postbox box;

    @Inject
    Post post;

    @Inject
    EventFlow events;

    @Inject
    Time time;

    @BeforeAll
    static void open() {
        box = Postbox.opened();
    }

    @AfterAll
    static void shut() {
        box.close();
    }

    @AfterEach
    void now() {
        time.moveAhead(Duration.ZERO);
    }

    @Test
    void atOnceMeansOneMailForEachPieceOfNews() {
        var reader = reader("王大爷").wants("at_once");
        String title = unique("楼道灯");
        String topic = reader.isToldOf(title);
        goRound();
        goRound();
        var mail = only(reader);
        assertEquals("议题已受理：" + title, AReader.subject(mail));
        assertTrue(AReader.text(mail).contains(Postbox.ADDRESS + "/topics/" + topic));
    }

    @Test
    void dailyMeansOneMailInTheEveningThatTellsTheDay() {
        morning();
        var reader = reader("李大妈").wants("daily");
        reader.isToldOf("一号楼的灯坏了");
        String second = reader.isToldOf("二号楼的灯坏了");
        goRound();
        assertEquals(List.of(), reader.news(box));
        at(LocalTime.of(18, 1), 0);
        goRound();
        goRound();
        var mail = only(reader);
        assertTrue(AReader.text(mail).contains("一号楼的灯坏了") && AReader.text(mail).contains("二号楼的灯坏了"));
        as("staff1").step("/topics/{id}/start", second).then().statusCode(200);
        goRound();
        assertEquals(1, reader.news(box).size());
        at(LocalTime.of(18, 1), 1);
        goRound();
        String next = AReader.text(reader.news(box).getLast());
        assertTrue(next.contains("二号楼的灯坏了") && !next.contains("一号楼的灯坏了"));
    }

    @Test
    void itSpeaksTheReadersLanguage() {
        var reader = reader("Ms Green").wants("at_once");
        String etag = reader.who().get("/me").header("ETag");
        reader.who().patch(etag, "/me", Map.of("language", "en")).then().statusCode(200);
        reader.isToldOf("楼道灯坏了");
        goRound();
        var mail = only(reader);
        assertEquals("Topic accepted: 楼道灯坏了", AReader.subject(mail));
        assertTrue(AReader.text(mail).contains("No more e-mail to me"));
    }

    @Test
    void whatIsOffIsNotMailed() {
        var reader = reader("赵师傅").wants("at_once").wants("followed", "off");
        reader.isToldOf("楼道灯坏了");
        goRound();
        assertEquals(List.of(), reader.news(box));
    }

    @Test
    void whatWasTurnedOffMeanwhileIsNotMailedEither() {
        var reader = reader("钱师傅").wants("at_once");
        reader.isToldOf("楼道灯坏了");
        events.settle();
        reader.wants("off");
        goRound();
        assertEquals(List.of(), reader.news(box));
    }

    @Test
    void anAddressThatNobodyConfirmedIsAskedAndToldNothing() {
        var reader = AReader.called("孙奶奶").wants("at_once");
        reader.isToldOf("楼道灯坏了");
        goRound();
        assertEquals("请确认这是您的邮箱", AReader.subject(only(reader)));
        reader.settings().then().body("emailConfirmed", is(false)).body("email", not(is(reader.email())));
    }

    @Test
    void aNewAddressMustBeConfirmedAgain() {
        var reader = reader("周阿姨").wants("at_once");
        String old = AReader.tokenIn(AReader.text(box.mailsTo(reader.email()).getFirst()));
        reader.change(Map.of("email", "another-" + reader.email())).then().body("emailConfirmed", is(false));
        reader.isToldOf("楼道灯坏了");
        goRound();
        AReader.confirm(old).then().statusCode(409).body("code", is("email_link.spent"));
        assertEquals(1, box.mailsTo("another-" + reader.email()).size());
        assertEquals(List.of(), reader.news(box));
    }

    @Test
    void theLinkIsGoodForADay() {
        var reader = AReader.called("吴爷爷");
        goRound();
        String token = AReader.tokenIn(AReader.text(only(reader)));
        time.moveAhead(Duration.ofHours(25));
        AReader.confirm(token).then().statusCode(409);
        time.moveAhead(Duration.ofHours(23));
        AReader.confirm(token).then().statusCode(204);
        reader.settings().then().body("emailConfirmed", is(true));
    }

    @Test
    void nobodyHasAnothersLetterBoxFilled() {
        var reader = AReader.called("郑先生");
        for (int i = 0; i < 4; i++)
            reader.change(Map.of("email", "victim" + i + "@reader.test")).then().statusCode(200);
        reader.change(Map.of("email", "victim@reader.test")).then().statusCode(429);
    }

    @Test
    void oneClickEndsItAndALookDoesNot() {
        var reader = reader("冯女士").wants("at_once");
        reader.isToldOf("楼道灯坏了");
        goRound();
        String link = AReader.header(only(reader), "List-Unsubscribe").replaceAll("[<>\\s]", "");
        assertEquals("List-Unsubscribe=One-Click", AReader.header(only(reader), "List-Unsubscribe-Post"));
        String path = link.substring((Postbox.ADDRESS + "/api/v1").length());
        new Persona("").request().redirects().follow(false).get(path).then().statusCode(303);
        reader.settings().then().body("kinds.followed.mail", is("at_once"));
        new Persona("")
                .request()
                .contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(path)
                .then()
                .statusCode(204);
        reader.settings().then().body("kinds.followed.mail", is("off")).body("kinds.personal.mail", is("off"));
        reader.isToldOf("又坏了");
        goRound();
        assertEquals(1, reader.news(box).size());
    }

    @Test
    void aLinkIsForOnePersonAndOnePurpose() {
        var reader = reader("陈先生").wants("at_once");
        var other = reader("褚先生").wants("at_once");
        reader.isToldOf("楼道灯坏了");
        goRound();
        String ends = AReader.tokenIn(AReader.text(only(reader)));
        String confirms =
                AReader.tokenIn(AReader.text(box.mailsTo(reader.email()).getFirst()));
        AReader.confirm(ends).then().statusCode(409);
        new Persona("").step("/mail/unsubscribe/{token}", confirms).then().statusCode(409);
        String forged = ends.substring(0, 40) + (ends.charAt(40) == 'A' ? "B" : "A") + ends.substring(41);
        for (String bad : List.of(forged, ends.substring(0, 50), "x", "%"))
            new Persona("").step("/mail/unsubscribe/{token}", bad).then().statusCode(409);
        new Persona("").step("/mail/unsubscribe/{token}", ends).then().statusCode(204);
        other.settings().then().body("kinds.followed.mail", is("at_once"));
    }

    @Test
    void aTitleIsTextAndNothingElse() {
        var reader = reader("卫先生").wants("at_once");
        reader.isToldOf("<img src=x onerror=alert(1)>\"灯\"&");
        goRound();
        String text = AReader.text(only(reader));
        assertTrue(text.contains("&lt;img src=x onerror=alert(1)&gt;&quot;灯&quot;&amp;"), text);
        assertFalse(text.substring(text.indexOf("<!doctype")).contains("<img"), text);
    }

    @Test
    void whatTheReaderMayNotSeeAnyMoreIsNotNamed() {
        var reader = reader("蒋先生").wants("at_once");
        String title = unique("不该说的");
        String topic = Given.aTopic().titled(title).posted();
        reader.who().put("/me/follows/{id}", Map.of(), topic).then().statusCode(200);
        as("staff1").step("/topics/{id}/accept", topic).then().statusCode(200);
        events.settle();
        as("staff1")
                .post("/topics/{id}/hide", Map.of("reason", "含有他人隐私。"), topic)
                .then()
                .statusCode(200);
        goRound();
        var mail = only(reader);
        String text = AReader.text(mail);
        assertEquals("议题已受理：（已看不到的内容）", AReader.subject(mail), text);
        assertFalse(text.contains(title));
    }

    @Test
    void whoeverIsShutOutIsToldNothing() {
        var reader = reader("沈先生").wants("at_once");
        reader.isToldOf("楼道灯坏了");
        events.settle();
        as("admin1")
                .post(
                        "/people/{id}/disable",
                        Map.of("reason", "冒用他人身份。"),
                        reader.who().id())
                .then()
                .statusCode(200);
        goRound();
        assertEquals(List.of(), reader.news(box));
    }

    @Test
    void settingsAreChangedAsTheyWereRead() {
        var reader = AReader.called("韩先生");
        String etag = reader.settings().header("ETag");
        reader.wants("personal", "off");
        reader.who()
                .patch(etag, "/me/notification-settings", Map.of("kinds", Map.of("work", Map.of("mail", "off"))))
                .then()
                .statusCode(412);
        for (String bad : List.of("x", "a@b", "a b@c.de", "a@b.c\r\nBcc: x@y.z", "\"a\"@b.cd"))
            reader.change(Map.of("email", bad)).then().statusCode(422).body("violations[0].field", is("email"));
        reader.settings().then().body("email", endsWith("****@reader.test")).body("kinds.personal.mail", is("off"));
    }

    private AReader reader(String name) {
        var reader = AReader.called(name);
        post.round();
        return reader.confirmed(box);
    }

    /** What happened is told, and what is due is sent. */
    private void goRound() {
        events.settle();
        post.round();
    }

    /** The one piece of news; of who was told none, the question. */
    private static MimeMessage only(AReader reader) {
        var all = reader.news(box).isEmpty() ? box.mailsTo(reader.email()) : reader.news(box);
        assertEquals(1, all.size());
        return all.getFirst();
    }

    private void morning() {
        at(LocalTime.of(9, 0), 1);
    }

    /** The clock stands at this hour of the programme's day, so many days later; never behind the machine's. */
    private void at(LocalTime hour, int daysLater) {
        var then = time.instant().atZone(Realm.ZONE).plusDays(daysLater).with(hour);
        time.moveAhead(Duration.between(Instant.now(), then));
    }
}
