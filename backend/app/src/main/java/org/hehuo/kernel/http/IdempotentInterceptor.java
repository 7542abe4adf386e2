package org.hehuo.kernel.http;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.POST;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
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
        // History that is replayed comes by no request.
        var asked = request.getCurrent();
        String key = asked == null ? null : asked.request().getHeader("Idempotency-Key");
        // A key is its caller's own: a stranger has none, and what strangers may do can be repeated.
        if (key == null || !makesSomething(call.getMethod()) || !caller.get().isSignedIn()) return call.proceed();
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.badParameter(ApiError.INVALID_PARAMETER, "Idempotency-Key", "size");
        }
        var use = new IdempotencyKeys.Use(
                caller.get().personId(), key, fingerprint(asked.request().path(), call.getParameters()));
        return QuarkusTransaction.requiringNew().call(() -> {
            keys.answerIfKnown(use);
            Object answer = call.proceed();
            if (!(answer instanceof Confidential)) keys.remember(use, status(call), etags.write(answer), answer);
            return answer;
        });
    }

    private static boolean makesSomething(Method method) {
        return method.isAnnotationPresent(POST.class) || method.isAnnotationPresent(Idempotent.class);
    }

    /** Who asks stands beside the fingerprint already. */
    private String fingerprint(@Nullable String path, @Nullable Object[] parameters) {
        var sent = Arrays.stream(parameters).filter(p -> !(p instanceof Caller)).toArray();
        return Etags.of(0, path + etags.write(sent));
    }

    private static int status(InvocationContext call) {
        var operation = call.getMethod().getAnnotation(ResponseStatus.class);
        if (operation != null) return operation.value();
        var service = call.getMethod().getAnnotation(Idempotent.class);
        return service == null ? 200 : service.status();
    }
}
