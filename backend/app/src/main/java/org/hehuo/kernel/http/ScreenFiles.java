package org.hehuo.kernel.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Pattern;
import org.hehuo.kernel.text.Language;

/**
 * Puts into the page what its screen needs, as the screens' build wrote it down: the names of its files, so that a phone fetches all
 * of them at once, and its first words, to be read in the meantime.
 */
@ApplicationScoped
class ScreenFiles {
    private static final Pattern OF_A_THING = Pattern.compile("(/[a-z]+)/[A-Z][\\w-]*");
    private static final String SPEAKS = "<html lang=\"%s\">";
    private static final String ROOT = "<div id=\"app\"></div>";

    final Map<String, Screen> screens;

    ScreenFiles(ObjectMapper json) {
        this.screens = read(json);
    }

    private record Screen(
            String links,
            @JsonProperty("zh_cn") String chinese,
            @JsonProperty("en") String english) {}

    String named(String page, String path, Language language) {
        var screen = screens.get(OF_A_THING.matcher(path).replaceFirst("$1/:id"));
        if (screen == null) return page;
        String first = language.choose(screen.chinese, screen.english);
        return page.replace(spoken(Language.ZH_CN), spoken(language))
                .replace("</head>", screen.links + "</head>")
                .replace(ROOT, ROOT + first);
    }

    private static String spoken(Language language) {
        return SPEAKS.formatted(language.locale().toLanguageTag());
    }

    private static Map<String, Screen> read(ObjectMapper json) {
        try (var in =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("META-INF/resources/screens.json")) {
            return in == null ? Map.of() : json.readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
