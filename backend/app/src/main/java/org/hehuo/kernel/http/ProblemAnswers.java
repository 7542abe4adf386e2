package org.hehuo.kernel.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.problem.ProblemBody;
import org.hehuo.kernel.problem.Violation;
import org.hehuo.kernel.text.Language;
import org.hehuo.kernel.text.Words;

/** Problems in the reader's words. */
@ApplicationScoped
public class ProblemAnswers {
    /** After so many seconds, whoever was told to wait. */
    static final String COME_AGAIN = "5";

    private static final String TYPES = "https://hehuo.example/problems/";
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("NotBlank", "required"),
            Map.entry("NotNull", "required"),
            Map.entry("NotEmpty", "required"),
            Map.entry("Size", "size"),
            Map.entry("Min", "min"),
            Map.entry("Max", "max"),
            Map.entry("DecimalMin", "min"),
            Map.entry("DecimalMax", "max"),
            Map.entry("Digits", "digits"),
            Map.entry("Pattern", "format"),
            Map.entry("CreditCode", "credit_code"));

    final Traces traces;

    ProblemAnswers(Traces traces) {
        this.traces = traces;
    }

    public Response of(Problem problem, Language language, List<Violation> violations) {
        var error = problem.error();
        var body = body(problem, language, violations, traceId());
        var answer = Response.status(error.status())
                .type(ProblemBody.MEDIA_TYPE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body);
        if (problem.waiting() != null)
            answer.header(HttpHeaders.RETRY_AFTER, problem.waiting().toSeconds());
        else if (error.status() == 503 || error == ApiError.TOO_MANY_REQUESTS)
            answer.header(HttpHeaders.RETRY_AFTER, COME_AGAIN);
        return answer.build();
    }

    static ProblemBody body(Problem problem, Language language, List<Violation> violations, String traceId) {
        var error = problem.error();
        return new ProblemBody(
                URI.create(TYPES + error.code()),
                Words.say(language, "problem." + error.code()),
                error.status(),
                error.code(),
                detail(problem, language),
                violations.isEmpty() ? null : violations,
                problem.state(),
                problem.state() == null ? null : problem.allowedActions(),
                traceId);
    }

    private static String detail(Problem problem, Language language) {
        return Words.say(
                language, "problem." + problem.error().code() + ".detail", state(problem, language), problem.saying());
    }

    /** A state's word may differ from kind to kind: an open topic waits for staff, an open project for a partner. */
    private static String state(Problem problem, Language language) {
        if (problem.state() == null) return "";
        String own = "state." + problem.kind() + "." + problem.state();
        return Words.say(language, Words.knows(language, own) ? own : "state." + problem.state());
    }

    ApiError forStatus(int status) {
        return Arrays.stream(ApiError.values())
                .filter(e -> e.status() == status)
                .findFirst()
                .orElse(status < 500 ? ApiError.MALFORMED : ApiError.INTERNAL);
    }

    String violationCode(String constraint) {
        return CODES.getOrDefault(constraint, "invalid");
    }

    String violation(Language language, String code, Map<String, Object> bounds) {
        var min = bounds.getOrDefault("min", bounds.getOrDefault("value", 0));
        var max = bounds.getOrDefault("max", bounds.getOrDefault("value", 0));
        return Words.say(language, "violation." + code, min, max);
    }

    String traceId() {
        return traces.current();
    }
}
