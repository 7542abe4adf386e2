package org.hehuo.kernel.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Makes streams of server-sent events. They say {@code here} again and again, so that proxies keep the line and who listens
 * notices that it is dead; and they end in time, so that whoever may watch no more does not.
 */
@ApplicationScoped
public class Stream {
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);
    private static final Message HERE = new Message("here", null, Map.of());

    final Sse sse;
    final ObjectMapper json;
    final Duration longest;
    private volatile @Nullable Made last;

    Stream(Sse sse, ObjectMapper json, @ConfigProperty(name = "hehuo.live.longest") Duration longest) {
        this.sse = sse;
        this.json = json;
        this.longest = longest;
    }

    private record Made(Message message, OutboundSseEvent event) {}

    public Multi<OutboundSseEvent> of(Multi<Message> messages) {
        var news = messages.map(this::event);
        Multi<Long> ticks =
                Multi.createFrom().ticks().every(HEARTBEAT).onOverflow().drop();
        Multi<OutboundSseEvent> heartbeat = Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(0L), ticks)
                .map(tick -> event(HERE));
        return Multi.createBy().merging().streams(heartbeat, news).select().first(longest);
    }

    /** Thousands are told the same: it is written once for all of them. */
    private OutboundSseEvent event(Message message) {
        var made = last;
        if (made != null && made.message.equals(message)) return made.event;
        var event = make(message);
        last = new Made(message, event);
        return event;
    }

    private OutboundSseEvent make(Message message) {
        var event = sse.newEventBuilder()
                .name(message.name())
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(write(message.data()));
        return (message.id() == null ? event : event.id(message.id())).build();
    }

    private String write(Object data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is told must have a JSON form", e);
        }
    }
}
