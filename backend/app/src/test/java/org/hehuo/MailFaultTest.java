package org.hehuo;

import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hehuo.delivery.Post;
import org.hehuo.kernel.time.Time;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever fails on the way, no news is lost and none is told under two names. */
@RealTest
class MailFaultTest {
    private static final Duration UNTIL_THE_NEXT_TRY = Duration.ofMinutes(6);

    @Inject
    Post post;

    @Inject
    EventFlow events;

    @Inject
    Time time;

    @Inject
    Jdbi jdbi;

    private Postbox box;

    @BeforeEach
    void open() {
        box = Postbox.opened();
    }

    @AfterEach
    void close() {
        mend();
        box.close();
        time.moveAhead(Duration.ZERO);
    }

    @Test
    void aCrashBetweenSendingAndMarkingSendsTheSameDigestUnderTheSameName() {
        var reader = reader("尤先生").wants("daily");
        String first = reader.isToldOf("一号楼的灯坏了");
        reader.isToldOf("二号楼的灯坏了");
        events.settle();
        var night = Duration.between(
                Instant.now(), time.instant().atZone(Realm.ZONE).plusDays(1).with(LocalTime.of(20, 0)));
        time.moveAhead(night);
        nothingCanBeMarked();
        post.round();
        var sent = only(reader);
        mend();
        as("staff1").step("/topics/{id}/start", first).then().statusCode(200);
        events.settle();
        post.round();
        assertEquals(1, reader.news(box).size());
        time.moveAhead(night.plus(UNTIL_THE_NEXT_TRY));
        post.round();
        var again = reader.news(box);
        assertEquals(2, again.size());
        assertEquals(AReader.header(sent, "Message-ID"), AReader.header(again.getLast(), "Message-ID"));
        assertEquals(AReader.header(sent, "Date"), AReader.header(again.getLast(), "Date"));
        assertEquals(told(sent), told(again.getLast()));
        time.moveAhead(night.plusDays(1));
        post.round();
        post.round();
        assertEquals(3, reader.news(box).size());
        assertEquals(1, told(reader.news(box).getLast()).size());
    }

    @Test
    void manyInstancesSendEachMailOnce() {
        var readers = IntStream.range(0, 6)
                .mapToObj(i -> reader("邻居" + i).wants("at_once"))
                .toList();
        readers.forEach(reader -> reader.isToldOf("楼道灯坏了"));
        events.settle();
        Together.each(4, i -> {
            post.round();
            return i;
        });
        readers.forEach(this::only);
    }

    @Test
    void aMailServerThatIsAwayIsTriedUntilItIsBack() {
        var reader = reader("许先生").wants("at_once");
        reader.isToldOf("楼道灯坏了");
        events.settle();
        box.shut();
        goRounds();
        box.open();
        post.round();
        assertEquals(List.of(), reader.news(box));
        time.moveAhead(UNTIL_THE_NEXT_TRY);
        post.round();
        only(reader);
    }

    @Test
    void aLetterIsNotTriedForEver() {
        var reader = reader("何先生").wants("at_once");
        reader.isToldOf("楼道灯坏了");
        events.settle();
        box.shut();
        for (int i = 0; i < 9; i++) {
            time.moveAhead(Duration.ofHours(7L * i));
            goRounds();
        }
        assertEquals(List.of("given_up"), endings(reader));
        box.open();
        time.moveAhead(Duration.ofDays(9));
        post.round();
        assertEquals(List.of(), reader.news(box));
    }

    @Test
    void aShortMessageIsSignedAndRepeatedUnderTheSameName() throws IOException, GeneralSecurityException {
        var reader = reader("吕奶奶").wants("off");
        Town.appoint(reader.who(), "370203020009");
        String me = reader.who().get("/me").header("ETag");
        reader.who().patch(me, "/me", Map.of("phone", "13900006601")).then().statusCode(200);
        reader.change(Map.of("kinds", Map.of("followed", Map.of("sms", true))))
                .then()
                .statusCode(200);
        String topic = reader.isToldOf("楼道灯坏了");
        events.settle();
        box.gatewayAnswers(503);
        post.round();
        box.gatewayAnswers(204);
        time.moveAhead(UNTIL_THE_NEXT_TRY);
        post.round();
        post.round();
        var sent = box.shorts().stream()
                .filter(sms -> sms.body().contains("13900006601"))
                .toList();
        assertEquals(2, sent.size());
        assertEquals(sent.getFirst().id(), sent.getLast().id());
        for (var sms : sent) assertEquals("v1," + signature(sms), sms.signature());
        var body = new ObjectMapper().readTree(sent.getLast().body());
        assertEquals("13900006601", body.path("to").asText());
        assertEquals(
                "议题已受理：楼道灯坏了 " + Postbox.ADDRESS + "/topics/" + topic,
                body.path("text").asText());
    }

    private static String signature(Postbox.Sms sms) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Postbox.SECRET, "HmacSHA256"));
        String signed = sms.id() + "." + sms.timestamp() + "." + sms.body();
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    /** A round ends after three failures: others may have letters on their way too. */
    private void goRounds() {
        for (int i = 0; i < 20; i++) post.round();
    }

    private AReader reader(String name) {
        var reader = AReader.called(name);
        post.round();
        return reader.confirmed(box);
    }

    private MimeMessage only(AReader reader) {
        assertEquals(1, reader.news(box).size());
        return reader.news(box).getFirst();
    }

    /** The things that a mail leads to. */
    private static Set<String> told(MimeMessage mail) {
        var told = new TreeSet<String>();
        AReader.text(mail)
                .lines()
                .filter(line -> line.startsWith(Postbox.ADDRESS + "/topics/"))
                .forEach(told::add);
        assertTrue(!told.isEmpty());
        return told;
    }

    private List<String> endings(AReader reader) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select coalesce(ending, 'none') from letter where person_id = :person and form = 'mail'")
                .bind("person", reader.who().id())
                .mapTo(String.class)
                .list());
    }

    /** As if the instance died once the mail server has the mail. */
    private void nothingCanBeMarked() {
        jdbi.useHandle(h -> h.execute("""
                create function crash() returns trigger language plpgsql as $$ begin raise exception 'planted'; end $$;
                create trigger crash before update on letter for each row when (new.ending = 'sent')
                    execute function crash();
                """));
    }

    private void mend() {
        jdbi.useHandle(h -> h.execute("drop trigger if exists crash on letter; drop function if exists crash();"));
    }
}
