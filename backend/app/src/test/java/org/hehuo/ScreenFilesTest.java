package org.hehuo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The files of the screens. Somewhere else one odd address made the server forget a file (CVE-2026-1002). */
@RealTest
class ScreenFilesTest {
    private static final Pattern FILE = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void noOddAddressTakesAFileFromOthers() throws IOException, InterruptedException {
        assumeTrue(Files.exists(Path.of("target/classes/META-INF/resources/index.html")), "built without the screens");
        var page = get("/", "");
        assertEquals(200, page.statusCode());
        var files = new ArrayList<>(List.of("/index.html"));
        FILE.matcher(page.body()).results().forEach(found -> files.add(found.group(1)));
        for (String file : files) {
            for (String odd : spellings(file)) get(odd, "");
            for (var encoding : List.of("", "gzip", "br", "identity")) {
                assertEquals(200, get(file, encoding).statusCode(), file + " as " + encoding);
            }
        }
    }

    @Test
    void aPageNamesTheFilesOfItsScreen() throws IOException, InterruptedException {
        assumeTrue(
                Files.exists(Path.of("target/classes/META-INF/resources/screens.json")), "built without the screens");
        for (var screen : Map.of(
                        "/topics", "TopicsPage-", "/topics/T-2026-999999", "TopicPage-", "/stories", "StoriesPage-")
                .entrySet()) {
            String page = get(screen.getKey(), "").body();
            var named = FILE.matcher(page)
                    .results()
                    .map(found -> found.group(1))
                    .filter(file -> file.contains(screen.getValue()))
                    .toList();
            assertFalse(named.isEmpty(), page);
            for (String file : named) assertEquals(200, get(file, "").statusCode(), file);
        }
        assertFalse(get("/", "").body().contains("TopicsPage-"));
        assertTrue(get("/topics", "").body().contains("<h1>Topics</h1>"), "its first words");
    }

    private static List<String> spellings(String file) {
        String name = file.substring(1);
        return List.of(
                "/x%2F.." + "%2F" + name,
                "/x%2F..%2f" + name.replace("/", "%2F"),
                "/x/../" + name,
                "/." + file,
                "/" + file,
                "/%2e/" + name,
                "/x%5C..%5C" + name,
                file + "%00",
                file + "/",
                file + ";x",
                file + "%2F..",
                file.toUpperCase(java.util.Locale.ROOT));
    }

    private HttpResponse<String> get(String path, String encoding) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path));
        if (!encoding.isEmpty()) request.header("Accept-Encoding", encoding);
        Map.of("Accept-Language", "en").forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
