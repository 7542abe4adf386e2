package org.hehuo;

import static org.hehuo.Persona.as;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hehuo.kernel.time.Sweeper;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What must stay as it was: the tables when somebody reads, and one caller's answers when another asks at the same time. */
@RealTest
class QuietTest {
    private static final int CONNECTIONS = 64;
    private static final int REQUESTS_EACH = 60;

    @Inject
    Jdbi jdbi;

    @Inject
    EventFlow events;

    @Inject
    Sweeper sweeper;

    @Test
    void readingChangesNothing() {
        Town.settle();
        var addresses = SecretMarkerTest.addresses(new Secrets());
        var readers = List.of("", "staff1", Persona.PROGRAM);
        // A first sign-in is written down.
        readers.forEach(who -> new Persona(who).get("/topics"));
        sweeper.sweep();
        events.settle();
        var before = tables();
        assertTrue(before.size() > 15);
        for (String who : readers) {
            Together.few(
                    addresses,
                    address -> new Persona(who).request().basePath("").get(address));
        }
        var changed = tables();
        changed.entrySet().removeAll(before.entrySet());
        assertEquals(Map.of(), changed);
    }

    private Map<String, String> tables() {
        return jdbi.withHandle(h -> {
            var sums = new TreeMap<String, String>();
            h.createQuery("select tablename from pg_tables where schemaname = 'public'")
                    .mapTo(String.class)
                    .forEach(table -> sums.put(
                            table,
                            h.createQuery("select coalesce(md5(string_agg(t::text, ' ' order by t::text)), '') from \""
                                            + table + "\" t")
                                    .mapTo(String.class)
                                    .one()));
            return sums;
        });
    }

    /** Somewhere else a request-scoped field leaked from one request into another (CVE-2025-1247). */
    @Test
    void noAnswerNamesAnotherCaller() {
        var callers = List.of("resident1", "partner1", "staff1");
        callers.forEach(who -> as(who).get("/me"));
        var tokens = callers.stream().map(Realm::token).toList();
        try (var client = HttpClient.newHttpClient()) {
            var mixed = Together.each(CONNECTIONS, connection -> {
                int right = 0;
                for (int i = 0; i < REQUESTS_EACH; i++) {
                    int caller = (connection + i) % callers.size();
                    var named = named(me(client, tokens.get(caller)), callers);
                    // Whom nobody can serve in time is sent away, and hears of nobody.
                    assertTrue(named.isEmpty() || named.equals(List.of(callers.get(caller))), named::toString);
                    right += named.size();
                }
                return right;
            });
            assertTrue(mixed.stream().mapToInt(right -> right).sum() > CONNECTIONS * REQUESTS_EACH * 9 / 10);
        }
    }

    private static List<String> named(String answer, List<String> callers) {
        return callers.stream()
                .filter(caller -> answer.contains("\"username\":\"" + caller + "\""))
                .toList();
    }

    private static String me(HttpClient client, String token) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/api/v1/me"))
                    .header("Authorization", "Bearer " + token)
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
