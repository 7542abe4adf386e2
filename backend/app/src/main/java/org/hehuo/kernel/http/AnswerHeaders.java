package org.hehuo.kernel.http;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.hehuo.kernel.paging.Page;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Headers that follow from the answer: where a new thing is, where a list goes on, who may keep a copy. */
class AnswerHeaders {

    /** Before {@link Etags}, which turns the representation into text. */
    @ServerResponseFilter(priority = Priorities.USER + 100)
    void add(ContainerRequestContext request, ContainerResponseContext response, UriInfo uri) {
        var headers = response.getHeaders();
        if (response.getStatus() == 201 && response.getEntity() instanceof Located thing) {
            headers.putSingle(HttpHeaders.LOCATION, thing.location());
        }
        if (response.getEntity() instanceof Page<?> page && page.nextCursor() != null) {
            var next = uri.getRequestUriBuilder()
                    .replaceQueryParam("after")
                    .replaceQueryParam("cursor", page.nextCursor())
                    .build();
            headers.putSingle(HttpHeaders.LINK, "<" + next.getRawPath() + "?" + next.getRawQuery() + ">; rel=\"next\"");
        }
        if (!headers.containsKey(HttpHeaders.VARY)) {
            headers.putSingle(HttpHeaders.VARY, "Cookie, Authorization, Accept-Language");
        }
        if (!headers.containsKey(HttpHeaders.CACHE_CONTROL)) {
            boolean secret = response.getEntity() instanceof Confidential;
            headers.putSingle(HttpHeaders.CACHE_CONTROL, secret ? "private, no-store" : "private, no-cache");
        }
    }
}
