package org.hehuo.kernel.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;

/** An operation that takes a form gets one: no body, or {@code null}, is malformed. */
@Provider
class BodyNeeded implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException, WebApplicationException {
        var form = context.proceed();
        if (form == null) throw Problem.of(ApiError.MALFORMED);
        return form;
    }
}
