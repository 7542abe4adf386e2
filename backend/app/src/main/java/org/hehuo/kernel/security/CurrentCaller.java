package org.hehuo.kernel.security;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.HttpHeaders;
import org.hehuo.kernel.text.Language;
import org.jspecify.annotations.Nullable;

/** The caller of the request at hand, for resources to hand down. */
@ApplicationScoped
public class CurrentCaller {
    private static final String KNOWN = "hehuo.current-caller";

    final CurrentIdentityAssociation identity;
    final Instance<RoutingContext> request;

    CurrentCaller(CurrentIdentityAssociation identity, Instance<RoutingContext> request) {
        this.identity = identity;
        this.request = request;
    }

    /** @throws RuntimeException why the caller may do nothing, or could not be looked up; signing in and out is for everybody */
    public Caller get() {
        var at = request.get();
        Caller known = at.get(KNOWN);
        if (known != null) return known;
        var caller = find(at);
        at.put(KNOWN, caller);
        return caller;
    }

    private Caller find(RoutingContext at) {
        var trouble = trouble();
        if (trouble != null && !ScriptRequests.isComingOrGoing(at)) throw trouble;
        Caller caller = identity.getIdentity().getAttribute(CallerAugmentor.CALLER);
        return caller == null ? Caller.anonymous(language()) : speaking(caller, language());
    }

    /** Why every right is denied to who asks: it could not be looked up, or was disabled. */
    public @Nullable RuntimeException trouble() {
        return identity.getIdentity().getAttribute(CallerAugmentor.TROUBLE);
    }

    public Language language() {
        return Language.accepted(request.get().request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private static Caller speaking(Caller c, Language language) {
        return new Caller(c.kind(), c.id(), c.displayName(), c.roles(), c.areas(), c.partners(), c.scopes(), language);
    }
}
