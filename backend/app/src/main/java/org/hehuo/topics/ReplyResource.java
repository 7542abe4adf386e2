package org.hehuo.topics;

import static org.hehuo.kernel.security.Role.A;
import static org.hehuo.kernel.security.Role.R;
import static org.hehuo.kernel.security.Role.S;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.http.Idempotent;
import org.hehuo.kernel.http.MergePatch;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.security.CurrentCaller;
import org.hehuo.kernel.security.RequiresScope;
import org.hehuo.moderation.Hiding;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/topics")
@Tag(name = "replies", description = "The thread beneath a topic")
@Idempotent
class ReplyResource {
    final TopicStore topics;
    final ReplyQueries queries;
    final ReplyService replies;
    final ReplyWatch watch;
    final ReplyAppeals appeals;
    final CurrentCaller caller;

    ReplyResource(
            TopicStore topics,
            ReplyQueries queries,
            ReplyService replies,
            ReplyWatch watch,
            ReplyAppeals appeals,
            CurrentCaller caller) {
        this.topics = topics;
        this.queries = queries;
        this.replies = replies;
        this.watch = watch;
        this.appeals = appeals;
        this.caller = caller;
    }

    @GET
    @Path("{id}/replies")
    @PermitAll
    @RequiresScope("topics:read")
    @Operation(summary = "The thread as it is read: each reply, oldest first, then what answers it")
    public Page<ReplyView> listReplies(
            String id,
            @RestQuery
                    @Schema(
                            description =
                                    "`place`, the thread as it is read, is the default; `-createdAt`: what was said last comes first")
                    @Nullable
                    String sort,
            @RestQuery @DefaultValue("50") @Min(1) @Max(100) int pageSize,
            @RestQuery @Size(max = 400) @Nullable String cursor) {
        return queries.thread(topics.find(id, caller.get()), sort, pageSize, cursor, caller.get());
    }

    @GET
    @Path("{id}/news")
    @PermitAll
    @RequiresScope("topics:read")
    @Operation(summary = "How much is new in a topic since its reader was here")
    public ThreadNews getTopicNews(
            String id,
            @RestQuery
                    @Schema(description = "`asOf` of the last answer; nothing is new to whoever comes first")
                    @Nullable
                    Instant since) {
        return queries.news(topics.find(id, caller.get()), since, caller.get());
    }

    @POST
    @Path("{id}/replies")
    @RolesAllowed(R)
    @RequiresScope("topics:write")
    @ResponseStatus(201)
    @Operation(summary = "Reply to a topic")
    public ReplyView createReply(String id, @Valid NewReply reply) {
        return replies.create(id, reply, caller.get());
    }

    @GET
    @Path("{id}/replies/{reply}")
    @PermitAll
    @RequiresScope("topics:read")
    @Operation(summary = "One reply")
    public ReplyView getReply(String id, UUID reply) {
        return queries.view(topics.find(id, caller.get()).id(), reply, caller.get());
    }

    @PATCH
    @Path("{id}/replies/{reply}")
    @RolesAllowed(R)
    @RequiresScope("topics:write")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @Operation(summary = "Change one's own reply within 15 minutes")
    public ReplyView changeReply(
            String id,
            UUID reply,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = ReplyChange.class))) JsonNode patch) {
        return replies.edit(id, reply, ifMatch, patch, caller.get());
    }

    @POST
    @Path("{id}/replies/{reply}/hide")
    @RolesAllowed({S, A})
    @Operation(summary = "Hide a reply; its author sees it and why")
    public ReplyView hideReply(String id, UUID reply, @Valid Hiding why) {
        return watch.hide(id, reply, why, caller.get());
    }

    @POST
    @Path("{id}/replies/{reply}/restore")
    @RolesAllowed({S, A})
    @Operation(summary = "Show a hidden reply again, or one that was held for the first time")
    public ReplyView restoreReply(String id, UUID reply) {
        return watch.restore(id, reply, null, caller.get());
    }

    @POST
    @Path("{id}/replies/{reply}/appeal")
    @RolesAllowed(R)
    @Operation(summary = "The author of a hidden reply asks, once, for somebody else's decision")
    public ReplyView appealReply(String id, UUID reply, @Valid TopicInput.Said input) {
        return appeals.appeal(id, reply, input.text(), caller.get());
    }
}
