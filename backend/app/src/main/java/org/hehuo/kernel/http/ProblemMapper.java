package org.hehuo.kernel.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.problem.ProblemBody;
import org.hehuo.kernel.problem.Violation;
import org.hehuo.kernel.security.CurrentCaller;
import org.hehuo.kernel.security.ScriptRequests;
import org.hehuo.kernel.sql.Constraints;
import org.hehuo.kernel.text.Language;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/** Turns everything that goes wrong into one form of answer. */
@ApplicationScoped
class ProblemMapper {
    private static final String UNIQUE_OR_CHECK = "23";
    /** Connections, resources (a full disk), an operator's intervention, the system beneath (PostgreSQL, appendix A). */
    private static final List<String> AWAY = List.of("08", "53", "57", "58");

    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;

    final CurrentVertxRequest request;
    final ProblemAnswers answers;
    final AllowedMethods methods;
    final CurrentCaller caller;
    final LoginAnswers login;
    final Map<String, ApiError> constraints = new HashMap<>();

    ProblemMapper(
            CurrentVertxRequest request,
            ProblemAnswers answers,
            AllowedMethods methods,
            CurrentCaller caller,
            LoginAnswers login,
            @All List<Constraints> features) {
        this.request = request;
        this.answers = answers;
        this.methods = methods;
        this.caller = caller;
        this.login = login;
        features.forEach(f -> constraints.putAll(f.meanings()));
    }

    @ServerExceptionMapper
    Response problem(Problem problem) {
        var language = language();
        var violations = problem.faults().stream()
                .map(f -> new Violation(f.field(), f.code(), answers.violation(language, f.code(), Map.of())))
                .toList();
        return answers.of(problem, language, violations);
    }

    @ServerExceptionMapper
    Response replay(Replay replay) {
        var answer = Response.status(replay.status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(replay.body)
                .header("Idempotency-Replayed", "true");
        if (replay.etag != null) answer.header(HttpHeaders.ETAG, replay.etag);
        if (replay.location != null) answer.header(HttpHeaders.LOCATION, replay.location);
        return answer.build();
    }

    /** A page that asks for the login is sent to the identity provider; everything else is told to sign in first. */
    @ServerExceptionMapper({
        UnauthorizedException.class,
        AuthenticationFailedException.class,
        AuthenticationCompletionException.class
    })
    Uni<Response> unauthenticated(RuntimeException e) {
        var context = request.getCurrent();
        if (ScriptRequests.isLogin(context)) return login.begin(context);
        if (ScriptRequests.isReturn(context)) return login.failed(context, e);
        return Uni.createFrom()
                .item(Response.fromResponse(of(ApiError.UNAUTHENTICATED))
                        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                        .build());
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        var trouble = caller.trouble();
        return trouble == null ? of(ApiError.FORBIDDEN) : anything(trouble);
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e) {
        var language = language();
        boolean reading = request.getCurrent().request().method().name().equals("GET");
        var violations = e.getConstraintViolations().stream()
                .map(v -> violation(v, language))
                .toList();
        var error = reading ? ApiError.INVALID_PARAMETER : ApiError.INVALID;
        return answers.of(Problem.of(error), language, violations);
    }

    @ServerExceptionMapper
    Response malformed(MalformedJson e) {
        return malformed(e.where);
    }

    /** Named, for the framework has its own answer to this kind and the nearest kind wins. */
    @ServerExceptionMapper
    Response malformed(MismatchedInputException e) {
        return malformed((JsonProcessingException) e);
    }

    @ServerExceptionMapper
    Response malformed(JsonProcessingException e) {
        var language = language();
        String field = e instanceof JsonMappingException m ? path(m) : "";
        boolean form = e instanceof InvalidFormatException value && isWord(value);
        String code = form ? "format" : e instanceof UnrecognizedPropertyException ? "unknown" : "malformed";
        var violations = field.isEmpty()
                ? List.<Violation>of()
                : List.of(new Violation(field, code, answers.violation(language, code, Map.of())));
        return answers.of(Problem.of(form ? ApiError.INVALID : ApiError.MALFORMED), language, violations);
    }

    /** A word, a day or an id that is none is well-formed; another kind of value, or text that cannot be stored, is not. */
    private static boolean isWord(InvalidFormatException e) {
        return e.getValue() instanceof String
                && e.getTargetType() != String.class
                && e.getTargetType() != Boolean.class;
    }

    @ServerExceptionMapper
    Response web(WebApplicationException e) {
        if (e.getCause() instanceof JsonProcessingException cause) return malformed(cause);
        int status = e.getResponse().getStatus();
        String allowed = methods.at(request.getCurrent().normalizedPath());
        // For the framework an address that only another method knows may be no address at all.
        boolean otherMethod = status == NOT_FOUND
                && !allowed.isEmpty()
                && !List.of(allowed.split(", "))
                        .contains(request.getCurrent().request().method().name());
        if (otherMethod) status = NOT_ALLOWED;
        var answer = Response.fromResponse(of(answers.forStatus(status)));
        if (status == NOT_ALLOWED) answer.header(HttpHeaders.ALLOW, allowed);
        e.getResponse().getHeaders().forEach((name, values) -> values.forEach(v -> answer.header(name, v)));
        return answer.type(ProblemBody.MEDIA_TYPE).build();
    }

    @ServerExceptionMapper
    Response database(JdbiException e) {
        return anything(e);
    }

    @ServerExceptionMapper
    Response anything(Throwable e) {
        var told = causes(e).map(this::told).filter(Objects::nonNull).findFirst();
        if (told.isPresent()) return told.get();
        var answer = of(ApiError.INTERNAL);
        Log.errorf(e, "unexpected, told as %s", answers.traceId());
        return answer;
    }

    /** What failed while a transaction was ended is told aside: by what was suppressed. */
    private static Stream<Throwable> causes(@Nullable Throwable e) {
        if (e == null) return Stream.empty();
        var aside = Arrays.stream(e.getSuppressed()).flatMap(ProblemMapper::causes);
        return Stream.concat(Stream.of(e), Stream.concat(causes(e.getCause()), aside));
    }

    private @Nullable Response told(Throwable cause) {
        if (cause instanceof Problem problem) return problem(problem);
        if (cause instanceof ConnectionException) return of(ApiError.UNAVAILABLE);
        if (!(cause instanceof PSQLException sql)) return null;
        var known = meaning(sql);
        return known == null ? null : of(known);
    }

    private @Nullable ApiError meaning(PSQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        var told = e.getServerErrorMessage();
        if (state.startsWith(UNIQUE_OR_CHECK) && told != null && told.getConstraint() != null) {
            return constraints.get(told.getConstraint());
        }
        if (state.startsWith("40")) return ApiError.CONFLICT;
        return AWAY.stream().anyMatch(state::startsWith) ? ApiError.UNAVAILABLE : null;
    }

    private Response of(ApiError error) {
        return answers.of(Problem.of(error), language(), List.of());
    }

    private Violation violation(ConstraintViolation<?> v, Language language) {
        String name =
                v.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
        String code = answers.violationCode(name);
        var bounds = v.getConstraintDescriptor().getAttributes();
        return new Violation(field(v), code, answers.violation(language, code, bounds));
    }

    /** The path without the Java method and parameter in front of it. */
    private static String field(ConstraintViolation<?> v) {
        String path = v.getPropertyPath().toString().replace(".<list element>", "");
        boolean ofMethod = StreamSupport.stream(v.getPropertyPath().spliterator(), false)
                .anyMatch(node -> node.getKind() == ElementKind.METHOD);
        if (!ofMethod) return path;
        String[] parts = path.split("\\.", 3);
        return parts.length == 3 ? parts[2] : parts[parts.length - 1];
    }

    private static String path(JsonMappingException e) {
        var path = new StringBuilder();
        for (var step : e.getPath()) {
            if (step.getFieldName() == null)
                path.append('[').append(step.getIndex()).append(']');
            else path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
        }
        return path.toString();
    }

    private Language language() {
        return Language.accepted(request.getCurrent().request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
