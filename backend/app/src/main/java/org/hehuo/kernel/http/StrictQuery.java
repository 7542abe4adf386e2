package org.hehuo.kernel.http;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Refuses query parameters that the operation does not declare, and repeats of those that it takes once. */
class StrictQuery {
    private final Map<Method, Map<String, Boolean>> declared = new ConcurrentHashMap<>();

    @ServerRequestFilter
    void check(ContainerRequestContext request, ResourceInfo operation) {
        var sent = request.getUriInfo().getQueryParameters();
        if (sent.isEmpty()) return;
        var known = declared.computeIfAbsent(operation.getResourceMethod(), StrictQuery::parametersOf);
        sent.forEach((name, values) -> {
            Boolean repeatable = known.get(name);
            if (repeatable == null) throw Problem.badParameter(ApiError.UNKNOWN_PARAMETER, name, "unknown");
            if (!repeatable && values.size() > 1) {
                throw Problem.badParameter(ApiError.INVALID_PARAMETER, name, "repeated");
            }
        });
    }

    /** Name → whether it may be repeated. */
    private static Map<String, Boolean> parametersOf(Method operation) {
        var names = new HashMap<String, Boolean>();
        for (Parameter parameter : operation.getParameters()) {
            var query = parameter.getAnnotation(RestQuery.class);
            if (query != null) names.put(name(query, parameter.getName()), isMany(parameter.getType()));
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (RecordComponent part : parameter.getType().getRecordComponents()) {
                    var annotation = annotation(part);
                    if (annotation != null) names.put(name(annotation, part.getName()), isMany(part.getType()));
                }
            }
        }
        return names;
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

    private static boolean isMany(Class<?> type) {
        return Collection.class.isAssignableFrom(type);
    }
}
