package org.hehuo.kernel.http;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hehuo.kernel.problem.ApiError;
import org.jspecify.annotations.Nullable;

/**
 * Lets only as many requests work at once as the database can serve soon. Some more wait a moment for their turn; all others
 * are told at once to come again: whom nobody can serve in time must not make those wait who could be served.
 */
@ApplicationScoped
class Turns {
    private static final int AFTER_THE_BODY_HAS_COME = -990;
    /** While one is served by the database, another is read, judged and written. */
    private static final int REQUESTS_A_CONNECTION = 2;

    final int mostWaiting;
    final Duration longest;
    final Refusals refusals;
    final Vertx vertx;
    private final Queue<Waiting> line = new ArrayDeque<>();
    private int free;

    Turns(
            @ConfigProperty(name = "quarkus.datasource.jdbc.max-size") int connections,
            @ConfigProperty(name = "hehuo.limits.waiting") int mostWaiting,
            @ConfigProperty(name = "hehuo.limits.wait") Duration longest,
            Refusals refusals,
            Vertx vertx) {
        this.free = connections * REQUESTS_A_CONNECTION;
        this.mostWaiting = mostWaiting;
        this.longest = longest;
        this.refusals = refusals;
        this.vertx = vertx;
    }

    private record Waiting(RoutingContext request, Context thread, long since) {}

    void mount(@Observes Router router) {
        router.route("/api/*").order(AFTER_THE_BODY_HAS_COME).handler(this::come);
        vertx.setPeriodic(longest.toMillis() / 10, tick -> sendAway());
    }

    private void come(RoutingContext request) {
        // A picture comes slowly and has a line of its own.
        if (BodyLimit.isInParts(request)) {
            request.next();
            return;
        }
        boolean turn;
        synchronized (this) {
            turn = free > 0;
            if (turn) free--;
            else if (line.size() < mostWaiting) {
                line.add(new Waiting(request, vertx.getOrCreateContext(), System.nanoTime()));
                return;
            }
        }
        if (turn) begin(request);
        else refusals.refuse(request, ApiError.UNAVAILABLE);
    }

    /** The place is free again when the answer begins: who reads it slowly, or watches a stream, needs none. */
    private void begin(RoutingContext request) {
        var over = new AtomicBoolean();
        request.addHeadersEndHandler(answer -> end(over));
        request.addEndHandler(gone -> end(over));
        request.next();
    }

    private void end(AtomicBoolean over) {
        if (!over.compareAndSet(false, true)) return;
        var next = next();
        if (next != null) next.thread.runOnContext(now -> begin(next.request));
    }

    private synchronized @Nullable Waiting next() {
        var next = line.poll();
        if (next == null) free++;
        return next;
    }

    private void sendAway() {
        for (var late = late(); late != null; late = late()) {
            var request = late.request;
            late.thread.runOnContext(now -> refusals.refuse(request, ApiError.UNAVAILABLE));
        }
    }

    private synchronized @Nullable Waiting late() {
        var first = line.peek();
        return first != null && System.nanoTime() - first.since > longest.toNanos() ? line.poll() : null;
    }
}
