package org.hehuo.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The file of the demonstration programme, its dates moved by whole weeks, so that weekdays stay and the file's “today” is
 * the last such weekday.
 */
final class DemoData {
    private static final int DAYS_A_WEEK = 7;

    private final JsonNode file;
    private final ZoneId zone;
    private final long days;

    DemoData(ObjectMapper json, LocalDate today) {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream("demo/demo.json")) {
            file = json.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        zone = ZoneId.of(file.at("/meta/timeZone").asText());
        var anchor = OffsetDateTime.parse(file.at("/meta/anchorAt").asText()).toLocalDate();
        days = Math.floorDiv(ChronoUnit.DAYS.between(anchor, today), DAYS_A_WEEK) * DAYS_A_WEEK;
    }

    /** The moment at which the story is told. */
    Instant today() {
        return at(file.path("meta"), "anchorAt");
    }

    List<JsonNode> all(String array) {
        return StreamSupport.stream(file.path(array).spliterator(), false).toList();
    }

    /** The records of an array that belong to one thing. */
    List<JsonNode> of(String array, String key, String code) {
        return all(array).stream()
                .filter(r -> r.path(key).asText().equals(code))
                .toList();
    }

    Instant at(JsonNode record, String key) {
        String text = record.path(key).asText();
        return text.length() == "2020-01-01".length()
                ? LocalDate.parse(text).plusDays(days).atTime(9, 0).atZone(zone).toInstant()
                : OffsetDateTime.parse(text).plusDays(days).toInstant();
    }

    @Nullable
    LocalDate day(JsonNode record, String key) {
        String text = text(record, key);
        return text == null ? null : LocalDate.parse(text).plusDays(days);
    }

    static @Nullable String text(JsonNode record, String key) {
        return record.hasNonNull(key) ? record.get(key).asText() : null;
    }

    static List<String> texts(JsonNode record, String key) {
        return StreamSupport.stream(record.path(key).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
