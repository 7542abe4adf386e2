package org.hehuo.kernel.http;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Pattern;

/** Names in the page the files that its screen needs, as the screens' build wrote them down: a phone fetches all of them at once. */
@ApplicationScoped
class ScreenFiles {
    private static final Pattern OF_A_THING = Pattern.compile("(/[a-z]+)/[A-Z][\\w-]*");

    final Map<String, String> links;

    ScreenFiles(ObjectMapper json) {
        this.links = read(json);
    }

    String named(String page, String path) {
        String screen = OF_A_THING.matcher(path).replaceFirst("$1/:id");
        String named = links.getOrDefault(screen, "");
        return named.isEmpty() ? page : page.replace("</head>", named + "</head>");
    }

    private static Map<String, String> read(ObjectMapper json) {
        try (var in =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("META-INF/resources/screens.json")) {
            return in == null ? Map.of() : json.readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
