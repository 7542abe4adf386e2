package org.hehuo.topics;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A feed as JSON Feed 1.1 (jsonfeed.org). */
@Schema(name = "JsonFeed")
record JsonFeed(
        @Schema(required = true) String version,
        @Schema(required = true) String title,

        @JsonProperty("home_page_url") @Schema(required = true)
        String homePageUrl,

        @JsonProperty("feed_url") @Schema(required = true) String feedUrl,
        @Schema(required = true) String language,
        @Schema(required = true) List<Entry> items) {

    @Schema(name = "JsonFeedItem")
    record Entry(
            @Schema(required = true) String id,
            @Schema(required = true) String url,
            @Schema(required = true) String title,

            @JsonProperty("content_text") @Schema(required = true)
            String contentText,

            @JsonProperty("date_published") @Schema(required = true)
            Instant datePublished,

            @Schema(required = true) List<String> tags) {}

    /** @param self where the feed is read; links lead to pages beside it */
    static JsonFeed of(TopicFeed.Feed feed, URI self) {
        return new JsonFeed(
                "https://jsonfeed.org/version/1.1",
                feed.title(),
                self.resolve("/topics").toString(),
                self.toString(),
                feed.language().tag(),
                feed.items().stream().map(item -> entry(item, self)).toList());
    }

    private static Entry entry(TopicFeed.Item item, URI self) {
        String page = self.resolve("/topics/" + item.id()).toString();
        return new Entry(page, page, item.title(), item.text(), item.at(), item.tags());
    }
}
