package org.hehuo;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hehuo.RaceLog.Answered;

/** A hall's phones, all of one person: what is sent away comes again, with the same key. */
final class Phones {
    private static final int PATIENCE = 60;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String bearer;
    private final int port;

    private Phones(String bearer, int port) {
        this.bearer = bearer;
        this.port = port;
    }

    /** The token is taken now: Keycloak stands on the same database, and has its own troubles when that dies. */
    static Phones of(String account, int port) {
        return new Phones(Realm.token(account), port);
    }

    /** @param more further members of the form, with the comma before them */
    Answered claim(String partner, String project, String more, RaceLog log) {
        String key = Given.unique("race");
        String form = "{\"partnerId\":\"%s\"%s}".formatted(partner, more);
        for (int i = 0; i < PATIENCE; i++) {
            var came = answered(
                    partner,
                    project,
                    send(to("/projects/" + project + "/claims")
                            .header("Idempotency-Key", key)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(form))));
            log.write(came);
            if (came.status() != 503) return came;
            rest();
        }
        throw new AssertionError(partner + " was never answered");
    }

    HttpResponse<String> get(String path) {
        return send(to(path).GET());
    }

    private static void rest() {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(500, TimeUnit.MILLISECONDS))
                .join();
    }

    private static Answered answered(String partner, String project, HttpResponse<String> answer) {
        var json = JsonPath.from(answer.body());
        boolean made = answer.statusCode() == 201;
        return new Answered(
                partner,
                project,
                answer.statusCode(),
                json.getString(made ? "state" : "code"),
                made ? json.getString("id") : null,
                answer.headers().firstValue("Retry-After").isPresent());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + bearer);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
