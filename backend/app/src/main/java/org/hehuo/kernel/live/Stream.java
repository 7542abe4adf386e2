package org.hehuo.kernel.live;

import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes streams of server-sent events: alive for proxies, and ended in time, so that whoever may watch no more does not. */
@ApplicationScoped
public class Stream {
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    final Sse sse;
    final Duration longest;

    Stream(Sse sse, @ConfigProperty(name = "hehuo.live.longest") Duration longest) {
        this.sse = sse;
        this.longest = longest;
    }

    public Multi<OutboundSseEvent> of(Multi<Message> messages) {
        var news = messages.map(this::event);
        Multi<Long> ticks =
                Multi.createFrom().ticks().every(HEARTBEAT).onOverflow().drop();
        Multi<OutboundSseEvent> heartbeat = Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(0L), ticks)
                .map(tick -> sse.newEventBuilder().comment("here").build());
        return Multi.createBy().merging().streams(heartbeat, news).select().first(longest);
    }

    private OutboundSseEvent event(Message message) {
        var event = sse.newEventBuilder()
                .name(message.name())
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(message.data());
        return (message.id() == null ? event : event.id(message.id())).build();
    }
}
