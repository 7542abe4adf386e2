package org.hehuo;

import static io.restassured.RestAssured.given;
import static org.hehuo.BadInputTest.isProblem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in with a browser: the cookie is made anew, opens to our own pages alone, and is dead after signing out. */
@RealTest
class SessionTest {
    private static final String LOGIN = "/api/login?returnTo=/about";
    private static final String ME = "/api/v1/me";

    @Test
    void aResidentSignsInAndComesBack() {
        var browser = new Browser();
        assertEquals(401, browser.get(ME).statusCode());
        assertEquals("/about", browser.signIn("resident1", LOGIN).getPath());
        assertEquals("resident1", username(browser));
    }

    @Test
    void theCookieIsNotTheOneFromBefore() {
        var browser = new Browser();
        browser.keep("q_session", "planted");
        assertEquals(401, browser.get(ME).statusCode());
        browser.signIn("resident1", LOGIN);
        String first = browser.session();
        assertFalse(first.contains("planted"), first);
        assertEquals("resident1", username(browser));
        signOut(browser);
        browser.signIn("resident1", LOGIN);
        for (String part : browser.session().split("; ")) assertFalse(first.contains(part), part);
    }

    @Test
    void theOldCookieIsDeadAfterSigningOut() {
        var browser = new Browser();
        browser.signIn("resident1", LOGIN);
        String old = browser.session();
        given().header("Cookie", old).get(ME).then().statusCode(200);
        signOut(browser);
        assertEquals("", browser.session());
        isProblem(given().header("Cookie", old).get(ME), 401);
        isProblem(given().header("Cookie", old).get("/api/v1/topics"), 401);
    }

    /** A browser may lose one of the cookies that a session is made of. */
    @Test
    void aSessionThatLostAPartIsNobody() {
        var browser = new Browser();
        browser.signIn("resident1", LOGIN);
        var parts = List.of(browser.session().split("; "));
        for (String lost : parts) {
            String rest = parts.stream().filter(p -> !p.equals(lost)).collect(Collectors.joining("; "));
            for (String page : List.of(ME, "/api/v1/topics")) {
                var answer = given().header("Cookie", rest).get(page);
                assertTrue(answer.statusCode() == 200 || answer.statusCode() == 401, answer::asString);
            }
        }
    }

    @Test
    void theNextPersonAtTheSameBrowserIsNotTakenForTheOneBefore() {
        var browser = new Browser();
        browser.signIn("resident1", LOGIN);
        signOut(browser);
        assertEquals(401, browser.get(ME).statusCode());
        browser.signIn("resident2", LOGIN);
        assertEquals("resident2", username(browser));
    }

    /** Whoever guesses learns from the answer only that it was wrong. */
    @Test
    void aWrongPasswordAndAnUnknownNameAreAnsweredAlike() {
        String known = Realm.newcomer("邻居").account();
        String unknown = known.replace("newcomer", "nobodyat");
        assertEquals(refusal(unknown), refusal(known));
        assertTrue(refusal(unknown).contains("kc-form-login"), "the login asks again");
        var form = new Browser().page(LOGIN);
        assertFalse(form.body().contains("reset-credentials"), "nobody is asked who forgot a password");
    }

    private static String refusal(String account) {
        var answer = new Browser().send(account, "wrong", LOGIN);
        return answer.statusCode()
                + answer.body()
                        .replace(account, "")
                        .replaceAll("(session_code|execution|tab_id|client_data|authSessionId)[=\\\":, ]+[\\w.-]+", "")
                        .replaceAll("checkAuthSession\\([^)]*\\)", "");
    }

    static Stream<Map<String, String>> foreign() {
        String script = "X-Requested-With";
        return Stream.of(
                Map.of(),
                Map.of("Origin", Browser.origin()),
                Map.of(script, "JavaScript"),
                Map.of(script, "XMLHttpRequest", "Origin", Browser.origin()),
                Map.of(script, "JavaScript", "Origin", "null"),
                Map.of(script, "JavaScript", "Origin", "https://elsewhere.example"),
                Map.of(script, "JavaScript", "Origin", Browser.origin() + ".elsewhere.example"),
                Map.of(script, "JavaScript", "Origin", Browser.origin().replace("http:", "https:")));
    }

    @ParameterizedTest
    @MethodSource("foreign")
    void anotherSiteChangesNothing(Map<String, String> headers) {
        var browser = new Browser();
        browser.signIn("resident1", LOGIN);
        for (String path : List.of("/api/v1/me/notifications/read-all", "/api/logout")) {
            var answer = browser.post(path, "{}", headers);
            assertEquals(403, answer.statusCode(), answer::body);
            assertEquals("forged_request", JsonPath.from(answer.body()).getString("code"));
        }
        assertEquals("resident1", username(browser));
        var ours = browser.post("/api/v1/me/notifications/read-all", "{}", ours());
        assertEquals(200, ours.statusCode(), ours::body);
    }

    /** Somewhere else an attacker signed his victim in as himself. */
    @Test
    void anothersWayBackSignsNobodyIn() {
        URI back = new Browser().back("resident2", LOGIN);
        assertEquals(Browser.RETURN, back.getPath());
        var victim = new Browser();
        victim.follow(back);
        assertEquals("", victim.session());
        assertEquals(401, victim.get(ME).statusCode());
        // Nor while a login of one's own is under way.
        victim.follow(URI.create(Browser.origin() + LOGIN));
        victim.follow(back);
        assertEquals(401, victim.get(ME).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?code=x", "?state=x", "?code=x&state=y", "?error=access_denied&state=z"})
    void anInventedWayBackSignsNobodyIn(String query) {
        var browser = new Browser();
        var answer = browser.get(Browser.RETURN + query);
        assertTrue(answer.statusCode() < 500, answer::body);
        assertEquals(401, browser.get(ME).statusCode());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//e.example",
                "/%5Ce.example",
                "%5C%5Ce.example",
                "/%252f/e.example",
                "/%2f/e.example",
                "///e.example",
                "https:e.example",
                "https://e.example",
                "https:/e.example",
                "/%09/e.example",
                "%09//e.example",
                "/%0d%0aLocation:%20https://e.example",
                "/%0D%0A/e.example",
                "/@e.example",
                "@e.example",
                "//x@e.example",
                "/..//e.example",
                "/.//e.example",
                "/./%5Ce.example",
                "javascript:alert(1)",
                "/%00//e.example",
                "%20//e.example",
                "/%255ce.example",
                "e.example",
                "",
                "/a&returnTo=//e.example"
            })
    void theWayBackLeadsToOurOwnPages(String spelling) {
        var signedIn = new Browser();
        signedIn.signIn("resident1", LOGIN);
        staysHome(signedIn, "/api/login?returnTo=" + spelling);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//e.example", "/%5Ce.example", "https:e.example", "/%09/e.example", "/%252f/e.example"})
    void theWayBackThroughTheLoginLeadsToOurOwnPages(String spelling) {
        var end = new Browser().signIn("resident1", "/api/login?returnTo=" + spelling);
        assertEquals(Browser.origin(), end.getScheme() + "://" + end.getAuthority());
    }

    /** As a browser reads an address: a backslash is a slash, and tabs and line ends are nothing. */
    private static void staysHome(Browser browser, String path) {
        var answer = browser.get(path);
        if (answer.statusCode() == 400) return;
        assertEquals(303, answer.statusCode(), answer::body);
        String location = answer.headers().firstValue("Location").orElseThrow();
        String read = location.replace(Browser.origin(), "").replace('\\', '/').replaceAll("[\\t\\r\\n]", "");
        assertTrue(read.startsWith("/") && !read.startsWith("//"), location);
        assertNotEquals(
                "e.example", URI.create(Browser.origin()).resolve(location).getHost());
    }

    /** What our own pages send along. */
    private static Map<String, String> ours() {
        return Map.of("X-Requested-With", "JavaScript", "Origin", Browser.origin());
    }

    private static void signOut(Browser browser) {
        var answer = browser.post("/api/logout", "{}", ours());
        assertEquals(200, answer.statusCode(), answer::body);
        browser.follow(URI.create(JsonPath.from(answer.body()).getString("redirectTo")));
    }

    private static String username(Browser browser) {
        return JsonPath.from(browser.get(ME).body()).getString("username");
    }
}
