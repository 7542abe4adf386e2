package org.hehuo.kernel.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.CurrentCaller;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * So many requests a minute for each caller, and for each address where nobody is signed in; kinder for reading. Each
 * instance counts for itself: the limit is against haste and mistakes, not an exact quota.
 */
@ApplicationScoped
class RateLimits {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_CALLERS = 200_000;
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String LEFT = "hehuo.limit.left";

    final CurrentCaller caller;
    final Limit reading;
    final Limit writing;

    RateLimits(
            CurrentCaller caller,
            @ConfigProperty(name = "hehuo.limits.reading") int reading,
            @ConfigProperty(name = "hehuo.limits.writing") int writing) {
        this.caller = caller;
        this.reading = new Limit("read", reading);
        this.writing = new Limit("write", writing);
    }

    private record Limit(String name, int quota, Cache<String, Bucket> buckets) {
        Limit(String name, int quota) {
            this(
                    name,
                    quota,
                    Caffeine.newBuilder()
                            .expireAfterAccess(WINDOW.multipliedBy(2))
                            .maximumSize(MOST_CALLERS)
                            .build());
        }

        Bucket of(String who) {
            var bandwidth = Bandwidth.builder()
                    .capacity(quota)
                    .refillGreedy(quota, WINDOW)
                    .build();
            return buckets.get(
                    who, unused -> Bucket.builder().addLimit(bandwidth).build());
        }
    }

    private Limit limit(ContainerRequestContext request) {
        return READING.contains(request.getMethod()) ? reading : writing;
    }

    @ServerRequestFilter
    void take(ContainerRequestContext request, RoutingContext context) {
        var id = caller.get().id();
        String who =
                id != null ? id.toString() : context.request().remoteAddress().hostAddress();
        var taken = limit(request).of(who).tryConsumeAndReturnRemaining(1);
        request.setProperty(LEFT, taken.getRemainingTokens());
        if (!taken.isConsumed()) throw Problem.of(ApiError.TOO_MANY_REQUESTS);
    }

    @ServerResponseFilter
    void tell(ContainerRequestContext request, ContainerResponseContext response) {
        var left = request.getProperty(LEFT);
        if (left == null) return;
        var limit = limit(request);
        var headers = response.getHeaders();
        headers.putSingle(
                "RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(limit.name, limit.quota, WINDOW.toSeconds()));
        headers.putSingle("RateLimit", "\"%s\";r=%s;t=%d".formatted(limit.name, left, WINDOW.toSeconds()));
    }
}
