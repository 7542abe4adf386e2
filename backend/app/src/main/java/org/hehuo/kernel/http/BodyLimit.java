package org.hehuo.kernel.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.problem.ProblemBody;
import org.hehuo.kernel.text.Language;

/** Says with a problem what the server would refuse without a word: a body that announces itself as too large. {@link BodyInPieces} minds the others. */
@ApplicationScoped
class BodyLimit {
    private static final int BEFORE_THE_SERVERS = -1000;

    final long mostText;
    final long mostWithPicture;
    final Traces traces;
    final ObjectMapper json;

    BodyLimit(
            @ConfigProperty(name = "hehuo.limits.body") MemorySize text,
            @ConfigProperty(name = "hehuo.limits.picture") MemorySize picture,
            Traces traces,
            ObjectMapper json) {
        this.mostText = text.asLongValue();
        this.mostWithPicture = picture.asLongValue() + mostText;
        this.traces = traces;
        this.json = json;
    }

    void mount(@Observes Router router) {
        router.route().order(BEFORE_THE_SERVERS).handler(this::check);
    }

    private void check(RoutingContext context) {
        String length = context.request().getHeader("Content-Length");
        String type = context.request().getHeader("Content-Type");
        long most = type != null && type.startsWith("multipart/") ? mostWithPicture : mostText;
        // More digits than a long has is too large as well.
        boolean fits = length == null || (length.matches("\\d{1,18}") && Long.parseLong(length) <= most);
        if (fits) context.next();
        else refuse(context);
    }

    private void refuse(RoutingContext context) {
        var language = Language.accepted(context.request().getHeader("Accept-Language"));
        var body = ProblemAnswers.body(Problem.of(ApiError.TOO_LARGE), language, List.of(), traces.of(context));
        context.response()
                .setStatusCode(ApiError.TOO_LARGE.status())
                .putHeader("Content-Type", ProblemBody.MEDIA_TYPE)
                .putHeader("Content-Language", language.tag())
                .putHeader("Cache-Control", "no-store")
                .putHeader("Connection", "close")
                .end(text(body));
    }

    private String text(ProblemBody body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem must have a JSON form", e);
        }
    }
}
