package org.hehuo.kernel.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;

/** An operation that takes a form gets one, of bounded length: no body, or {@code null}, is malformed. */
@Provider
class BodyNeeded implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException, WebApplicationException {
        context.setInputStream(new Bounded(context.getInputStream()));
        var form = context.proceed();
        if (form == null) throw Problem.of(ApiError.MALFORMED);
        return form;
    }

    /** Also a body that does not say how long it is ends somewhere. */
    private static final class Bounded extends FilterInputStream {
        private long left = BodyLimit.MOST_TEXT;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            if (next >= 0) count(1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            if (read > 0) count(read);
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) throw Problem.of(ApiError.TOO_LARGE);
        }
    }
}
