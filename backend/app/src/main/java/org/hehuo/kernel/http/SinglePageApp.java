package org.hehuo.kernel.http;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.hehuo.kernel.text.Language;
import org.jspecify.annotations.Nullable;

/** Every address of a screen gets the one page; the page finds the screen. Files and the API are left to others. */
@ApplicationScoped
class SinglePageApp {
    private static final int BEFORE_OTHERS = -1000;
    /** Plain words, and none of the machines' rooms however it is spelt. */
    private static final Pattern SCREEN = Pattern.compile("(?i)/(?!(api|q|open311)(/|$))([\\w.~-]+/?)*");

    final PageHeads heads;
    final ScreenFiles files;
    final @Nullable String page = read();

    SinglePageApp(PageHeads heads, ScreenFiles files) {
        this.heads = heads;
        this.files = files;
    }

    void mount(@Observes Router router) {
        if (page == null) return;
        router.route().order(BEFORE_OTHERS).handler(this::serve);
    }

    private void serve(RoutingContext context) {
        var request = context.request();
        boolean reading = HttpMethod.GET.equals(request.method()) || HttpMethod.HEAD.equals(request.method());
        if (!reading || !isScreen(Objects.requireNonNullElse(request.path(), "/"))) {
            context.next();
            return;
        }
        String path = Objects.requireNonNullElse(request.path(), "/");
        var language = Language.accepted(request.getHeader("Accept-Language"));
        String page = files.named(Objects.requireNonNull(this.page), path, language);
        if (!heads.mayHave(path)) {
            answer(context, page);
            return;
        }
        String origin = request.scheme() + "://" + request.authority();
        context.vertx()
                .executeBlocking(() -> heads.fill(page, path, origin, language), false)
                // A screen without its head is still the screen.
                .onComplete(filled -> answer(context, filled.succeeded() ? filled.result() : page));
    }

    private static void answer(RoutingContext context, String page) {
        context.response()
                .putHeader("Content-Type", "text/html; charset=utf-8")
                .putHeader("Cache-Control", "no-cache")
                .putHeader("Vary", "Accept-Language")
                .end(page);
    }

    private static boolean isScreen(String path) {
        boolean file = path.lastIndexOf('.') > path.lastIndexOf('/');
        return !file && SCREEN.matcher(path).matches();
    }

    private static @Nullable String read() {
        try (var in =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("META-INF/resources/index.html")) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
