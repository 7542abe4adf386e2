package org.hehuo.kernel.http;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;

/** A body whose length is known only once it has come is held to the same limit as {@link BodyLimit}'s. */
@Provider
class BodyInPieces implements ReaderInterceptor {
    final int most;

    BodyInPieces(@ConfigProperty(name = "hehuo.limits.body") MemorySize most) {
        this.most = Math.toIntExact(most.asLongValue());
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        byte[] body = context.getInputStream().readNBytes(most + 1);
        if (body.length > most) throw Problem.of(ApiError.TOO_LARGE);
        context.setInputStream(new ByteArrayInputStream(body));
        return context.proceed();
    }
}
