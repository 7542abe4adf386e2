package org.hehuo.kernel.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.sql.Columns;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses query parameters that the operation does not declare, repeats of those that it takes once, and values that are
 * none of its type: the framework would refuse these too, but not say which.
 */
class StrictQuery {
    /** A search box left empty, a login that goes nowhere in particular. */
    private static final Set<String> MAY_BE_EMPTY = Set.of("q", "returnTo");

    private static final int LAST_YEAR = 9999;

    private final Map<Method, Map<String, Declared>> declared = new ConcurrentHashMap<>();

    /** What an operation says of a parameter. */
    private record Declared(Class<?> type, boolean repeatable) {

        boolean admits(String value) {
            try {
                if (type.isEnum()) return Arrays.stream(type.getEnumConstants()).anyMatch(c -> isWord(c, value));
                if (type == int.class)
                    return Integer.toString(Integer.parseInt(value)).equals(value);
                if (type == boolean.class || type == Boolean.class)
                    return value.equals("true") || value.equals("false");
                if (type == LocalDate.class)
                    return isCommon(LocalDate.parse(value).getYear());
                if (type == Instant.class) return Instant.parse(value) != null;
                if (type == UUID.class) return UUID.fromString(value).toString().equalsIgnoreCase(value);
                return isStorable(value);
            } catch (IllegalArgumentException | DateTimeParseException e) {
                return false;
            }
        }

        /** The database has no others. */
        private static boolean isCommon(int year) {
            return year >= 1 && year <= LAST_YEAR;
        }

        private static boolean isWord(Object constant, String value) {
            return Columns.word((Enum<?>) constant).equals(value);
        }
    }

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo operation) {
        var uri = request.getUriInfo();
        // Nothing has such an id.
        boolean odd = uri.getPathParameters().values().stream()
                .flatMap(Collection::stream)
                .anyMatch(id -> !isStorable(id));
        if (odd) throw Problem.of(ApiError.NOT_FOUND);
        var sent = uri.getQueryParameters();
        if (sent.isEmpty()) return;
        var known = declared.computeIfAbsent(operation.getResourceMethod(), StrictQuery::parametersOf);
        sent.forEach((name, values) -> check(name, values, known.get(name)));
    }

    private static void check(String name, List<String> values, @Nullable Declared parameter) {
        if (parameter == null) throw Problem.badParameter(ApiError.UNKNOWN_PARAMETER, name, "unknown");
        if (!parameter.repeatable && values.size() > 1) {
            throw Problem.badParameter(ApiError.INVALID_PARAMETER, name, "repeated");
        }
        boolean missing = values.contains("") && !MAY_BE_EMPTY.contains(name);
        if (missing || !values.stream().allMatch(parameter::admits)) {
            throw Problem.badParameter(ApiError.INVALID_PARAMETER, name, "malformed");
        }
    }

    /** The database holds no U+0000, and bytes that are no text arrive as U+FFFD. */
    private static boolean isStorable(String value) {
        return value.indexOf('\0') < 0 && value.indexOf('\uFFFD') < 0;
    }

    private static Map<String, Declared> parametersOf(Method operation) {
        var parameters = new HashMap<String, Declared>();
        for (Parameter parameter : operation.getParameters()) {
            var query = parameter.getAnnotation(RestQuery.class);
            if (query != null) {
                parameters.put(name(query, parameter.getName()), declared(parameter.getParameterizedType()));
            }
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (RecordComponent part : parameter.getType().getRecordComponents()) {
                    var annotation = annotation(part);
                    if (annotation != null) {
                        parameters.put(name(annotation, part.getName()), declared(part.getGenericType()));
                    }
                }
            }
        }
        return parameters;
    }

    private static Declared declared(Type type) {
        return type instanceof ParameterizedType list
                ? new Declared((Class<?>) list.getActualTypeArguments()[0], true)
                : new Declared((Class<?>) type, false);
    }

    /** On a record the annotation lands on the field or the accessor, depending on its targets. */
    private static @Nullable RestQuery annotation(RecordComponent part) {
        return Arrays.stream(part.getDeclaringRecord().getDeclaredFields())
                .filter(f -> f.getName().equals(part.getName()))
                .map(f -> f.getAnnotation(RestQuery.class))
                .findFirst()
                .orElse(null);
    }

    private static String name(RestQuery query, String otherwise) {
        return query.value().isEmpty() ? otherwise : query.value();
    }
}
