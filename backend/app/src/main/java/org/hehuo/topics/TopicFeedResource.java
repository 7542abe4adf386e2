package org.hehuo.topics;

import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.security.CurrentCaller;

@Path("/api/v1/feeds")
@Tag(name = "feeds", description = "What is new and what was solved, for feed readers")
class TopicFeedResource {
    private static final String RSS = "application/rss+xml; charset=utf-8";
    private static final String JSON = "application/feed+json; charset=utf-8";

    final TopicFeed feed;
    final CurrentCaller caller;

    TopicFeedResource(TopicFeed feed, CurrentCaller caller) {
        this.feed = feed;
        this.caller = caller;
    }

    @GET
    @Path("topics.rss")
    @PermitAll
    @Produces(RSS)
    @Operation(summary = "The fifty newest topics of a place as RSS 2.0", description = "Without the names of people.")
    @APIResponse(responseCode = "200", content = @Content(mediaType = RSS, schema = @Schema(type = SchemaType.STRING)))
    public Response getTopicRss(@BeanParam @Valid TopicFeedQuery query, @Context UriInfo address) {
        return fresh(FeedText.rss(feed.of(query, caller.language()), address.getRequestUri()), RSS);
    }

    @GET
    @Path("topics.json")
    @PermitAll
    @Produces(JSON)
    @Operation(
            summary = "The fifty newest topics of a place as JSON Feed 1.1",
            description = "Without the names of people.")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = JsonFeed.class)))
    public Response getTopicJsonFeed(@BeanParam @Valid TopicFeedQuery query, @Context UriInfo address) {
        return fresh(JsonFeed.of(feed.of(query, caller.language()), address.getRequestUri()), JSON);
    }

    /** The same for everybody of one language; readers that ask every few minutes may ask a cache. */
    private static Response fresh(Object text, String type) {
        return Response.ok(text, type)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .header(HttpHeaders.VARY, "Accept-Language")
                .build();
    }
}
