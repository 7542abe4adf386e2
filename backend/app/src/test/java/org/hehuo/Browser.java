package org.hehuo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a browser does to sign in, without its screen: keeps cookies, follows redirects, sends the login form. */
final class Browser {
    static final String RETURN = "/api/login/return";
    private static final Pattern FORM = Pattern.compile("<form id=\"kc-form-login\"[^>]* action=\"([^\"]+)\"");
    private static final int MOST_REDIRECTS = 10;

    /** By host and name: Java's own jar keeps secure cookies from localhost, which browsers trust. */
    final Map<String, Map<String, String>> cookies = new ConcurrentHashMap<>();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    static String origin() {
        return "http://localhost:" + RestAssured.port;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(origin() + path)));
    }

    /** @param headers as our own pages send them, or as others do */
    HttpResponse<String> post(String path, String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(origin() + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    /** @return where the browser ends up */
    URI signIn(String account, String login) {
        return follow(back(account, login)).uri();
    }

    /** @return the address at which the identity provider sends the browser back, not yet visited */
    URI back(String account, String login) {
        return location(send(account, Realm.password(account), login));
    }

    /** @return the identity provider's answer to the filled form */
    HttpResponse<String> send(String account, String password, String login) {
        var page = page(login);
        var form = FORM.matcher(page.body());
        if (!form.find()) throw new AssertionError("no login form at " + page.uri() + ": " + page.body());
        String filled = "username=" + encoded(account) + "&password=" + encoded(password);
        return send(HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(filled)));
    }

    /** @return the identity provider's page */
    HttpResponse<String> page(String login) {
        return follow(URI.create(origin() + login));
    }

    HttpResponse<String> follow(URI address) {
        var answer = send(HttpRequest.newBuilder(address));
        for (int i = 0; i < MOST_REDIRECTS && answer.statusCode() / 100 == 3; i++) {
            answer = send(HttpRequest.newBuilder(location(answer)));
        }
        return answer;
    }

    static URI location(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
        return answer.uri().resolve(location);
    }

    /** The cookies of our own session, as they are sent. */
    String session() {
        return sent(origin(), "q_session");
    }

    /** A cookie that was there before. */
    void keep(String name, String value) {
        jar(URI.create(origin())).put(name, value);
    }

    private String sent(String origin, String prefix) {
        return jar(URI.create(origin)).entrySet().stream()
                .filter(cookie -> cookie.getKey().startsWith(prefix))
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private Map<String, String> jar(URI address) {
        return cookies.computeIfAbsent(address.getAuthority(), host -> new ConcurrentHashMap<>());
    }

    private void take(URI from, String header) {
        for (var cookie : HttpCookie.parse(header)) {
            if (cookie.getMaxAge() == 0) jar(from).remove(cookie.getName());
            else jar(from).put(cookie.getName(), cookie.getValue());
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder builder) {
        var to = builder.copy().build().uri();
        String kept = sent(to.getScheme() + "://" + to.getAuthority(), "");
        if (!kept.isEmpty()) builder.header("Cookie", kept);
        try {
            var answer = http.send(builder.build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(cookie -> take(to, cookie));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
