package org.hehuo.kernel.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hehuo.kernel.text.Language;
import org.hehuo.kernel.text.Markup;

/**
 * Puts title, words and picture of a thing into the page that is its screen, and the programme's own into the front page: messengers
 * show them and run no scripts.
 */
@ApplicationScoped
class PageHeads {
    private static final Pattern SCREEN = Pattern.compile("/(\\w+)/([\\w-]{1,40})");
    /** A link that a crowd opens is read once a second; what is hidden is gone from it as soon. */
    private static final Duration KEPT = Duration.ofSeconds(1);

    private static final int MOST_KEPT = 1000;
    private static final int LONGEST = 120;

    private static final String FRONT = "/";

    final List<Shareable> rooms;
    private final Cache<String, Optional<Shareable.Head>> known =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST_KEPT).build();

    /** Read anew in the background: the front page waits for no database that has fallen silent. */
    private final LoadingCache<Language, Welcome.Greeting> greetings;

    PageHeads(@All List<Shareable> rooms, Welcome welcome) {
        this.rooms = rooms;
        this.greetings = Caffeine.newBuilder().refreshAfterWrite(KEPT).build(welcome::greeting);
    }

    boolean mayHave(String path) {
        if (path.equals(FRONT)) return true;
        var screen = SCREEN.matcher(path);
        return screen.matches() && rooms.stream().anyMatch(room -> room.room().equals(screen.group(1)));
    }

    /** The page with the head of the thing that it shows; as it was where that is not for everybody. */
    String fill(String page, String path, String origin, Language language) {
        if (path.equals(FRONT)) return greeted(page, language);
        return Objects.requireNonNull(known.get(path, this::head))
                .map(head ->
                        page.replaceFirst("<title>.*?</title>", Matcher.quoteReplacement(tags(head, path, origin))))
                .orElse(page);
    }

    private String greeted(String page, Language language) {
        var greeting = greetings.get(language);
        return page.replaceFirst(
                        "<title>.*?</title>",
                        Matcher.quoteReplacement("<title>" + escape(greeting.name()) + "</title>"))
                .replaceFirst(
                        "(<p class=\"hello\">).*?(</p>)",
                        "$1" + Matcher.quoteReplacement(escape(greeting.slogan())) + "$2");
    }

    private Optional<Shareable.Head> head(String path) {
        var screen = SCREEN.matcher(path);
        if (!screen.matches()) return Optional.empty();
        return rooms.stream()
                .filter(room -> room.room().equals(screen.group(1)))
                .findFirst()
                .flatMap(room -> room.head(screen.group(2)));
    }

    /** Open Graph (ogp.me). */
    private static String tags(Shareable.Head head, String path, String origin) {
        var image = head.image() == null ? Stream.<String>empty() : Stream.of(property("image", origin + head.image()));
        String description = head.description().strip();
        String words = description.length() > LONGEST ? description.substring(0, LONGEST) + "…" : description;
        return Stream.concat(
                        Stream.of(
                                "<title>" + escape(head.title()) + "</title>",
                                property("type", "article"),
                                property("title", head.title()),
                                property("description", words),
                                property("url", origin + path)),
                        image)
                .collect(Collectors.joining("\n    "));
    }

    private static String property(String name, String content) {
        return "<meta property=\"og:" + name + "\" content=\"" + escape(content) + "\" />";
    }

    private static String escape(String text) {
        return Markup.escaped(text).replace("\n", " ");
    }
}
