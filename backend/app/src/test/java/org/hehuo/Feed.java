package org.hehuo;

import static org.hehuo.Persona.theProgram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** The change feed, as the third party's program reads it from the beginning. */
final class Feed {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Feed() {}

    /** @param whole the event as it stands in the feed */
    record Item(String type, String subject, JsonNode whole) {}

    /** What it says of these things, in its order. */
    static List<Item> about(String... subjects) {
        var items = new ArrayList<Item>();
        String cursor = "";
        for (boolean more = true; more; ) {
            var page = page(cursor);
            page.get("items").forEach(event -> {
                String subject = event.at("/subject/id").asText();
                if (List.of(subjects).contains(subject)) {
                    items.add(new Item(event.get("type").asText(), subject, event));
                }
            });
            more = !page.get("items").isEmpty();
            cursor = page.get("nextCursor").asText();
        }
        return items;
    }

    private static JsonNode page(String cursor) {
        try {
            return JSON.readTree(theProgram()
                    .get("/events?pageSize=200" + (cursor.isEmpty() ? "" : "&after=" + cursor))
                    .asString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the feed is no JSON", e);
        }
    }
}
