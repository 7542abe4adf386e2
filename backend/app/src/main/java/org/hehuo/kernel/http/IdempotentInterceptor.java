package org.hehuo.kernel.http;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.POST;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.CurrentCaller;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/**
 * Owns the transaction that the service joins, so that the key, its answer and the write are one commit. Refusals are not
 * remembered: whoever repeats may succeed.
 */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class IdempotentInterceptor {
    private static final int LONGEST_KEY = 255;

    final CurrentVertxRequest request;
    final CurrentCaller caller;
    final IdempotencyKeys keys;
    final Etags etags;

    IdempotentInterceptor(CurrentVertxRequest request, CurrentCaller caller, IdempotencyKeys keys, Etags etags) {
        this.request = request;
        this.caller = caller;
        this.keys = keys;
        this.etags = etags;
    }

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        String key = request.getCurrent().request().getHeader("Idempotency-Key");
        if (key == null || !call.getMethod().isAnnotationPresent(POST.class)) return call.proceed();
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.badParameter(ApiError.INVALID_PARAMETER, "Idempotency-Key", "size");
        }
        var use = new IdempotencyKeys.Use(
                caller.get().personId(),
                key,
                fingerprint(request.getCurrent().request().path(), call.getParameters()));
        return QuarkusTransaction.requiringNew().call(() -> {
            keys.answerIfKnown(use);
            Object answer = call.proceed();
            if (!(answer instanceof Confidential)) keys.remember(use, status(call), etags.write(answer), answer);
            return answer;
        });
    }

    private String fingerprint(@Nullable String path, @Nullable Object[] parameters) {
        return Etags.of(0, path + etags.write(parameters));
    }

    private static int status(InvocationContext call) {
        var status = call.getMethod().getAnnotation(ResponseStatus.class);
        return status == null ? 200 : status.value();
    }
}
