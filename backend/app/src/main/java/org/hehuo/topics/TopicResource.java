package org.hehuo.topics;

import static org.hehuo.kernel.security.Role.R;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.areas.AreaCode;
import org.hehuo.kernel.http.Idempotent;
import org.hehuo.kernel.http.MergePatch;
import org.hehuo.kernel.life.TimelineItem;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.security.CurrentCaller;
import org.hehuo.kernel.security.RequiresScope;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/topics")
@Tag(name = "topics", description = "Cloud topics: what residents say")
@Idempotent
class TopicResource {
    final TopicListQueries lists;
    final TopicQueries queries;
    final TopicService topics;
    final SupportService supports;
    final CurrentCaller caller;

    TopicResource(
            TopicListQueries lists,
            TopicQueries queries,
            TopicService topics,
            SupportService supports,
            CurrentCaller caller) {
        this.lists = lists;
        this.queries = queries;
        this.topics = topics;
        this.supports = supports;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @RequiresScope("topics:read")
    @Operation(summary = "List topics")
    public Page<TopicRow> listTopics(@BeanParam @Valid TopicQuery query) {
        return lists.page(query, caller.get());
    }

    @GET
    @Path("similar")
    @PermitAll
    @RequiresScope("topics:read")
    @Operation(
            summary = "Topics that say what is about to be said",
            description =
                    "At most five whose titles are alike, the likest first, among the newest 1,000 that share a piece; in "
                            + "the subdistrict of the area, if one is named.")
    public Page<TopicRow> listSimilarTopics(
            @RestQuery @NotBlank @Size(max = 60) String title,
            @RestQuery @Pattern(regexp = AreaCode.PATTERN) @Nullable String area) {
        return Page.whole(lists.similar(title, area, caller.get()));
    }

    @GET
    @Path("{id}")
    @PermitAll
    @RequiresScope("topics:read")
    @Operation(summary = "One topic")
    public TopicView getTopic(String id) {
        return queries.view(id, caller.get());
    }

    @GET
    @Path("{id}/timeline")
    @PermitAll
    @RequiresScope("topics:read")
    @Operation(summary = "What happened to a topic and to the projects that grew from it, oldest first")
    public Page<TimelineItem> getTopicTimeline(String id) {
        return Page.whole(queries.timeline(id, caller.get()));
    }

    @POST
    @RolesAllowed(R)
    @RequiresScope("topics:write")
    @ResponseStatus(201)
    @Operation(summary = "Post a topic")
    public TopicView createTopic(@Valid NewTopic topic) {
        return topics.create(topic, caller.get());
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(R)
    @RequiresScope("topics:write")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(summary = "Change one's own topic while it is open")
    public TopicView changeTopic(
            String id,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = TopicChange.class))) JsonNode patch) {
        return topics.edit(id, ifMatch, patch, caller.get());
    }

    @PUT
    @Path("{id}/support")
    @RolesAllowed(R)
    @Operation(summary = "“Me too”; may be repeated")
    public SupportView supportTopic(String id) {
        return supports.support(id, caller.get());
    }

    @DELETE
    @Path("{id}/support")
    @RolesAllowed(R)
    @Operation(summary = "Not me any more; may be repeated")
    public SupportView withdrawTopicSupport(String id) {
        return supports.withdraw(id, caller.get());
    }
}
