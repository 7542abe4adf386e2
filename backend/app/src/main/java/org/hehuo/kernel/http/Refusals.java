package org.hehuo.kernel.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.problem.ProblemBody;
import org.hehuo.kernel.text.Language;

/** Answers with a problem where no operation was reached. */
@ApplicationScoped
class Refusals {
    /** Seconds until a burst is over. */
    private static final String SOON = "1";

    final Traces traces;
    final ObjectMapper json;

    Refusals(Traces traces, ObjectMapper json) {
        this.traces = traces;
        this.json = json;
    }

    void refuse(RoutingContext context, ApiError error) {
        if (context.response().ended() || context.response().closed()) return;
        var language = Language.accepted(context.request().getHeader("Accept-Language"));
        var body = ProblemAnswers.body(Problem.of(error), language, List.of(), traces.of(context));
        var answer = context.response()
                .setStatusCode(error.status())
                .putHeader("Content-Type", ProblemBody.MEDIA_TYPE)
                .putHeader("Content-Language", language.tag())
                .putHeader("Cache-Control", "no-store");
        if (error == ApiError.UNAVAILABLE) answer.putHeader("Retry-After", SOON);
        // What else there is of the body is not waited for.
        if (error == ApiError.TOO_LARGE) answer.putHeader("Connection", "close");
        answer.end(text(body));
    }

    private String text(ProblemBody body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem must have a JSON form", e);
        }
    }
}
