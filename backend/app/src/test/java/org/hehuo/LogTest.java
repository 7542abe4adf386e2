package org.hehuo;

import static io.restassured.RestAssured.given;
import static org.hehuo.Given.aTopic;
import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who reads the logs, or an answer that refuses, learns of no token, no code, no telephone and nothing that was written. */
@RealTest
class LogTest {
    private static final Pattern JWT = Pattern.compile("eyJ[\\w-]{8,}\\.");
    private static final String PHONE = "13987650009";
    private static final String WORDS = "只给社区看的话";

    private final Written log = new Written();

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(log);
    }

    @AfterEach
    void stop() {
        Logger.getLogger("").removeHandler(log);
    }

    private static final class Written extends Handler {
        final Formatter whole = new PatternFormatter("%s%E");
        final ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord line) {
            lines.add(whole.format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}

        void isSilentOf(List<String> secrets) {
            for (String line : lines) {
                for (String secret : secrets) assertFalse(line.contains(secret), () -> secret + " in " + line);
                assertFalse(JWT.matcher(line).find(), line);
            }
        }
    }

    @Test
    void signingInLeavesNoCodeAndNoCookie() {
        var browser = new Browser();
        URI back = browser.back("resident1", "/api/login?returnTo=/about");
        var secrets = new ArrayList<>(List.of(back.getQuery().split("&")));
        secrets.replaceAll(parameter -> parameter.substring(parameter.indexOf('=') + 1));
        new Browser().follow(back);
        browser.follow(back);
        browser.follow(back);
        for (String cookie : browser.session().split("; ")) secrets.add(cookie.substring(cookie.indexOf('=') + 1));
        given().header("Cookie", browser.session().replaceFirst("=...", "=abc")).get("/api/v1/me");
        secrets.removeIf(secret -> secret.length() < 16);
        assertTrue(secrets.size() > 2);
        log.isSilentOf(secrets);
    }

    @Test
    void aTokenThatIsRefusedIsNotRepeated() {
        as("resident1");
        String token = Realm.token("resident1");
        for (String bad :
                List.of(token + "x", token.substring(0, token.lastIndexOf('.') + 1), token.replace(".", "..")))
            isSilent(given().header("Authorization", "Bearer " + bad).get("/api/v1/me"), List.of(bad));
        isSilent(given().get("/api/v1/me?access_token=" + token), List.of(token));
        isSilent(given().get("/api/v1/topics?access_token=" + token), List.of(token));
    }

    @Test
    void aRefusalDoesNotRepeatWhatWasSent() {
        var secrets = List.of(PHONE, WORDS);
        for (String body : List.of(
                "{\"phone\":\"" + PHONE + "x\"}",
                "{\"phone\":{\"number\":\"" + PHONE + "\"}}",
                "{\"phone\":[" + PHONE + "]}",
                "{\"phone\":\"" + PHONE + "\",}")) {
            isSilent(as("resident1").json(body).header("If-Match", "*").patch("/me"), secrets);
        }
        var contact = Map.of("name", WORDS.repeat(40), "phone", PHONE);
        var form = Map.of("title", "灯", "body", "黑", "areaCode", Town.HOME, "onBehalfOf", contact);
        isSilent(as("staff1").post("/topics", form), secrets);
        isSilent(as("staff1").json("{\"body\":\"" + WORDS + "\" " + PHONE).post("/topics"), secrets);
    }

    /** PostgreSQL and what speaks to it like to say with which values something failed. */
    @Test
    void whatTheDatabaseRefusesIsNotRepeated() throws SQLException {
        sql("""
            create function odd() returns trigger language plpgsql as
            $$ begin raise exception 'odd' using errcode = 'XX000', detail = new::text; end $$""");
        sql("create trigger odd before insert on topic for each row execute function odd()");
        try {
            // For the staff alone: what all would read is held back before.
            var form = Map.of(
                    "title", WORDS, "body", PHONE, "areaCode", Town.HOME, "category", "PWR01", "visibility", "members");
            var answer = as("resident1").post("/topics", form);
            assertEquals(500, answer.statusCode());
            assertTrue(log.lines.stream().anyMatch(line -> line.contains(answer.path("traceId"))));
            isSilent(answer, List.of(WORDS, PHONE));
        } finally {
            sql("drop function odd() cascade");
        }
    }

    private void isSilent(Response answer, List<String> secrets) {
        assertTrue(answer.statusCode() >= 400, answer::asString);
        for (String secret : secrets) assertFalse(answer.asString().contains(secret), answer::asString);
        log.isSilentOf(secrets);
    }

    /** The next page's server learns where somebody came from, not what the address said. */
    @Test
    void whoFollowsALinkTellsNoOtherSiteTheAddress() {
        var browser = new Browser();
        URI back = browser.back("resident1", "/api/login?returnTo=/about");
        String page = "/topics/" + aTopic().posted();
        for (String path : List.of("/", page, "/api/v1/topics", back.getRawPath() + "?" + back.getRawQuery())) {
            String policy = given().redirects().follow(false).get(path).header("Referrer-Policy");
            assertTrue(
                    List.of("strict-origin-when-cross-origin", "same-origin", "no-referrer")
                            .contains(policy),
                    path);
        }
    }

    private static void sql(String sql) throws SQLException {
        String url = System.getProperty("quarkus.datasource.jdbc.url");
        try (var connection = DriverManager.getConnection(url, "hehuo", "hehuo")) {
            connection.createStatement().execute(sql);
        }
    }
}
