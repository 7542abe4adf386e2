package org.hehuo.kernel.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which methods an address knows, for the {@code Allow} of a 405 (RFC 9110, 15.5.6). */
@ApplicationScoped
class AllowedMethods {
    private record Operation(Pattern path, String method) {}

    final List<Operation> operations;

    AllowedMethods(BeanManager beans) {
        operations = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .flatMap(AllowedMethods::operation)
                .toList();
    }

    /** What it allows, separated by commas; empty where there is no such address. */
    String at(String path) {
        return operations.stream()
                .filter(o -> o.path.matcher(path).matches())
                .flatMap(o -> o.method.equals(HttpMethod.GET) ? Stream.of("GET", "HEAD") : Stream.of(o.method))
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static Stream<Operation> operation(Method method) {
        var below = method.getAnnotation(Path.class);
        String path = method.getDeclaringClass().getAnnotation(Path.class).value()
                + (below == null ? "" : "/" + below.value());
        var pattern = Pattern.compile(path.replaceAll("\\{[^}]*}", "[^/]+"));
        return Arrays.stream(method.getAnnotations())
                .map(a -> a.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(verb -> new Operation(pattern, verb.value()));
    }
}
