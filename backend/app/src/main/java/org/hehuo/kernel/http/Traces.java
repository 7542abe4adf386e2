package org.hehuo.kernel.http;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The number by which a request can be found in the log: the caller's own (W3C Trace Context), else a new one. */
@ApplicationScoped
class Traces {
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");
    private static final String KEY = "hehuo.trace";

    final CurrentVertxRequest request;
    final SecureRandom random = new SecureRandom();

    Traces(CurrentVertxRequest request) {
        this.request = request;
    }

    String current() {
        return of(request.getCurrent());
    }

    String of(RoutingContext context) {
        String known = context.get(KEY);
        if (known == null) {
            String parent = context.request().getHeader("traceparent");
            var match = TRACEPARENT.matcher(parent == null ? "" : parent);
            known = match.matches() ? match.group(1) : fresh();
            context.put(KEY, known);
        }
        return known;
    }

    private String fresh() {
        byte[] id = new byte[16];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
