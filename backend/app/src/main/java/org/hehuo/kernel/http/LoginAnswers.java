package org.hehuo.kernel.http;

import io.quarkus.logging.Log;
import io.quarkus.resteasy.reactive.server.runtime.exceptionmappers.UnauthorizedExceptionMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.IdentityProvider;
import org.hehuo.kernel.text.Language;
import org.hehuo.kernel.text.Words;

/** What a browser gets that signs in: the way to the identity provider, or a page that says why there is none just now. */
@ApplicationScoped
class LoginAnswers {
    private static final String PAGE = """
            <!doctype html>
            <html lang="%1$s">
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width" />
            <title>%2$s</title>
            <h1>%2$s</h1>
            <p>%3$s</p>
            <p><a href="/">%4$s</a></p>
            </html>
            """;

    final IdentityProvider provider;
    final ProblemAnswers answers;
    final UnauthorizedExceptionMapper challenge = new UnauthorizedExceptionMapper();

    LoginAnswers(IdentityProvider provider, ProblemAnswers answers) {
        this.provider = provider;
        this.answers = answers;
    }

    Uni<Response> begin(RoutingContext context) {
        return provider.isAway()
                .flatMap(away -> away ? Uni.createFrom().item(away(context)) : challenge.handle(context));
    }

    /** The way back led to nothing: the provider is gone since, or the visit was not begun here. */
    Uni<Response> failed(RoutingContext context, RuntimeException e) {
        Log.warnf(e, "signing in failed, told as %s", answers.traceId());
        return provider.isAway()
                .map(away -> away
                        ? away(context)
                        : Response.seeOther(URI.create("/")).build());
    }

    private Response away(RoutingContext context) {
        var language = Language.accepted(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        var problem = answers.of(Problem.of(ApiError.LOGIN_AWAY), language, List.of());
        String accepted = context.request().getHeader(HttpHeaders.ACCEPT);
        if (accepted == null || !accepted.contains(MediaType.TEXT_HTML)) return problem;
        String words = "problem." + ApiError.LOGIN_AWAY.code();
        String page = PAGE.formatted(
                language.tag(),
                Words.say(language, words),
                Words.say(language, words + ".detail"),
                Words.say(language, words + ".home"));
        return Response.fromResponse(problem)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("utf-8"))
                .entity(page)
                .build();
    }
}
