package org.hehuo.notifications;

import static org.hehuo.kernel.security.Role.R;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hehuo.kernel.http.Idempotent;
import org.hehuo.kernel.live.Stream;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.security.CurrentCaller;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/me")
@Tag(name = "me")
@RolesAllowed(R)
@Idempotent
class NotificationResource {
    final NotificationService notifications;
    final NotificationLive live;
    final Stream stream;
    final CurrentCaller caller;

    NotificationResource(
            NotificationService notifications, NotificationLive live, Stream stream, CurrentCaller caller) {
        this.notifications = notifications;
        this.live = live;
        this.stream = stream;
        this.caller = caller;
    }

    /** How many notifications are not read yet; 100 stands for “many”. */
    @Schema(name = "UnreadCount")
    record UnreadCount(@Schema(required = true) int unread) {}

    /** Whether the caller follows the thing now. */
    @Schema(name = "Following")
    record Following(@Schema(required = true) boolean following) {}

    @GET
    @Path("notifications")
    @Operation(summary = "What I was told, newest first")
    public Page<NotificationView> listNotifications(@BeanParam @Valid NotificationQuery query) {
        return notifications.page(query, caller.get());
    }

    @POST
    @Path("notifications/{id}/read")
    @Operation(summary = "I have read one")
    public UnreadCount readNotification(UUID id) {
        notifications.read(id, caller.get());
        return unread();
    }

    @POST
    @Path("notifications/read-all")
    @Operation(summary = "I have read all of them")
    public UnreadCount readAllNotifications() {
        notifications.readAll(caller.get());
        return unread();
    }

    private UnreadCount unread() {
        return new UnreadCount(notifications.of(caller.get().personId()));
    }

    @GET
    @Path("stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Blocking
    @Operation(summary = "News live, as server-sent events", description = """
                    `notification` (News) when there is something new at `/me/notifications`. Ends after some minutes; connect \
                    again with `Last-Event-ID`, and what was missed comes first.""")
    @APIResponse(
            responseCode = "200",
            description = "The `data` of each event",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(implementation = NotificationLive.News.class)))
    public Multi<OutboundSseEvent> streamNotifications(
            @RestHeader("Last-Event-ID") @Size(max = 40) @Nullable String lastEventId) {
        return stream.of(live.of(lastEventId, caller.get()));
    }

    @GET
    @Path("follows")
    @Operation(summary = "What I follow, newest first")
    public Page<FollowView> listFollows(
            @RestQuery @DefaultValue("20") @Min(1) @Max(100) int pageSize,
            @RestQuery @Size(max = 400) @Nullable String cursor) {
        return notifications.follows(pageSize, cursor, caller.get());
    }

    @GET
    @Path("follows/{thing}")
    @Operation(summary = "Whether I follow it")
    public Following getFollow(String thing) {
        return new Following(notifications.isFollowing(thing, caller.get()));
    }

    @PUT
    @Path("follows/{thing}")
    @Operation(
            summary = "Follow a topic, a project, a call, an area or a category; may be repeated",
            description = "Of an area or a category one is told what is new there, and what was solved.")
    public Following follow(String thing) {
        notifications.follow(thing, caller.get());
        return new Following(true);
    }

    @DELETE
    @Path("follows/{thing}")
    @Operation(summary = "Follow it no more; may be repeated")
    public Following unfollow(String thing) {
        notifications.unfollow(thing, caller.get());
        return new Following(false);
    }
}
