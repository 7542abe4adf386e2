package org.hehuo.kernel.live;

import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

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

    /** One event; without an id nothing is caught up with. */
    public OutboundSseEvent event(String name, @Nullable String id, Object data) {
        var event = sse.newEventBuilder()
                .name(name)
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(data);
        return (id == null ? event : event.id(id)).build();
    }

    public Multi<OutboundSseEvent> of(List<Multi<OutboundSseEvent>> sources) {
        Multi<OutboundSseEvent> news = Multi.createBy().merging().streams(sources);
        Multi<Long> ticks =
                Multi.createFrom().ticks().every(HEARTBEAT).onOverflow().drop();
        Multi<OutboundSseEvent> heartbeat = Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(0L), ticks)
                .map(tick -> sse.newEventBuilder().comment("here").build());
        return Multi.createBy().merging().streams(heartbeat, news).select().first(longest);
    }
}
