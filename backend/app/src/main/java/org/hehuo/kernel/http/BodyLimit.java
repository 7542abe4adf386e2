package org.hehuo.kernel.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hehuo.kernel.problem.ApiError;

/**
 * How large a body may be, and how long it may take to come. One of text is here whole before anybody works on it, so that who
 * sends slowly holds up nobody; one with a picture goes to the disk as it comes.
 */
@ApplicationScoped
class BodyLimit {
    private static final int BEFORE_THE_SERVERS = -1000;
    private static final Set<HttpMethod> WITHOUT = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    final long mostText;
    final long mostWithPicture;
    final Duration longest;
    final Refusals refusals;
    final Vertx vertx;
    final BodyHandler whole;

    BodyLimit(
            @ConfigProperty(name = "hehuo.limits.body") MemorySize text,
            @ConfigProperty(name = "hehuo.limits.picture") MemorySize picture,
            @ConfigProperty(name = "hehuo.limits.sending") Duration longest,
            Refusals refusals,
            Vertx vertx) {
        this.mostText = text.asLongValue();
        this.mostWithPicture = picture.asLongValue() + mostText;
        this.longest = longest;
        this.refusals = refusals;
        this.vertx = vertx;
        this.whole = BodyHandler.create(false).setBodyLimit(mostText);
    }

    void mount(@Observes Router router) {
        router.route()
                .order(BEFORE_THE_SERVERS)
                .handler(this::check)
                .handler(this::nothingIsABodyToo)
                .failureHandler(this::tooMuchInPieces);
    }

    private void check(RoutingContext context) {
        if (WITHOUT.contains(context.request().method())) {
            context.next();
            return;
        }
        String length = context.request().getHeader("Content-Length");
        boolean picture = isInParts(context);
        // More digits than a long has is too large as well.
        boolean fits = length == null
                || (length.matches("\\d{1,18}") && Long.parseLong(length) <= (picture ? mostWithPicture : mostText));
        if (!fits) {
            refusals.refuse(context, ApiError.TOO_LARGE);
            return;
        }
        long patience = vertx.setTimer(longest.toMillis(), timer -> giveUp(context));
        context.addEndHandler(answered -> vertx.cancelTimer(patience));
        if (picture) context.next();
        else whole.handle(context);
    }

    static boolean isInParts(RoutingContext context) {
        String type = context.request().getHeader("Content-Type");
        return type != null && type.startsWith("multipart/");
    }

    /** Else the framework would wait, on a thread, for what has come already. */
    private void nothingIsABodyToo(RoutingContext context) {
        boolean taken = !WITHOUT.contains(context.request().method()) && !isInParts(context);
        if (taken && context.body().buffer() == null) ((RoutingContextInternal) context).setBody(Buffer.buffer());
        context.next();
    }

    private static void giveUp(RoutingContext context) {
        if (!context.request().isEnded()) context.request().connection().close();
    }

    /** Its length is known only once it has come. */
    private void tooMuchInPieces(RoutingContext context) {
        if (context.statusCode() == ApiError.TOO_LARGE.status()) refusals.refuse(context, ApiError.TOO_LARGE);
        else context.next();
    }
}
