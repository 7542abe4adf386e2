package org.hehuo.kernel.security;

import io.quarkus.oidc.JavaScriptRequestChecker;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Only the login address sends a browser to the identity provider; every other one says 401 and lets the page decide. */
@ApplicationScoped
class ScriptRequests implements JavaScriptRequestChecker {

    @Override
    public boolean isJavaScriptRequest(RoutingContext context) {
        return !context.normalizedPath().equals("/api/login");
    }
}
