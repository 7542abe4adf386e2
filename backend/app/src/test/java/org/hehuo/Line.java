package org.hehuo;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A connection of somebody who watches, and what came over it. */
record Line(HttpClient client, List<String> lines, CompletableFuture<Void> end) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** @param lastEventId where the last connection ended; empty at the first */
    static Line open(Persona who, String path, String lastEventId) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/api/v1" + path))
                .timeout(Duration.ofSeconds(20));
        if (!who.account().isEmpty()) request.header("Authorization", "Bearer " + Realm.token(who.account()));
        if (!lastEventId.isEmpty()) request.header("Last-Event-ID", lastEventId);
        var client = HttpClient.newHttpClient();
        var lines = new CopyOnWriteArrayList<String>();
        var end = client.sendAsync(request.build(), BodyHandlers.ofLines())
                .thenAccept(answer -> answer.body().forEach(lines::add));
        await().atMost(PATIENCE).until(() -> lines.contains("event:here") || end.isDone());
        return new Line(client, lines, end);
    }

    Line hears(String part) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertTrue(lines.stream().anyMatch(l -> l.contains(part)), this::text));
        return this;
    }

    /** The last id, where one would go on. */
    String place() {
        return lines.stream()
                .filter(line -> line.startsWith("id:"))
                .reduce((one, next) -> next)
                .orElse("id:")
                .substring("id:".length())
                .strip();
    }

    String text() {
        return lines.toString();
    }

    boolean isOver() {
        return end.isDone();
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
