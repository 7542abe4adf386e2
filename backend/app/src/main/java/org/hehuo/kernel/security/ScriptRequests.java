package org.hehuo.kernel.security;

import io.quarkus.oidc.JavaScriptRequestChecker;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Only the login address sends a browser to the identity provider; every other one says 401 and lets the page decide. */
@ApplicationScoped
public class ScriptRequests implements JavaScriptRequestChecker {
    private static final String LOGIN = "/api/login";
    private static final String LOGOUT = "/api/logout";
    private static final String RETURN = "/api/login/return";

    @Override
    public boolean isJavaScriptRequest(RoutingContext context) {
        return !isLogin(context) && !isReturn(context);
    }

    /** Whether a browser comes back from the identity provider. */
    public static boolean isReturn(RoutingContext context) {
        return context.normalizedPath().equals(RETURN);
    }

    /** Whether somebody signs in or out. */
    static boolean isComingOrGoing(RoutingContext context) {
        return isLogin(context) || isReturn(context) || context.normalizedPath().equals(LOGOUT);
    }

    /** Whether a browser asks to sign in. */
    public static boolean isLogin(RoutingContext context) {
        return context.normalizedPath().equals(LOGIN);
    }
}
