package org.hehuo.topics;

import static org.hehuo.kernel.sql.Columns.instant;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hehuo.areas.AreaFilter;
import org.hehuo.areas.Areas;
import org.hehuo.categories.Categories;
import org.hehuo.kernel.paging.Select;
import org.hehuo.kernel.paging.Sort;
import org.hehuo.kernel.text.Language;
import org.hehuo.kernel.text.Words;
import org.hehuo.programme.ProgrammeService;

/** The newest topics of a place, or those that were solved last, for feed readers: what all may read, and no names. */
@ApplicationScoped
class TopicFeed {
    private static final int MOST = 50;
    private static final int LONGEST = 500;
    private static final Sort ID = Sort.descending("t.id", "text");
    private static final Sort NEWEST = Sort.descending("t.created_at", "timestamptz");
    private static final Sort SOLVED = Sort.descending("t.resolved_at", "timestamptz");

    final Select.Pages pages;
    final Areas areas;
    final Categories categories;
    final ProgrammeService programme;

    TopicFeed(Select.Pages pages, Areas areas, Categories categories, ProgrammeService programme) {
        this.pages = pages;
        this.areas = areas;
        this.categories = categories;
        this.programme = programme;
    }

    /** @param at when it was said, or solved */
    record Item(String id, String title, String text, List<String> tags, Instant at) {}

    record Feed(String title, Language language, List<Item> items) {}

    Feed of(TopicFeedQuery query, Language language) {
        var list = Select.of(
                        "t.id, t.title, t.body, t.area_code, t.category, t.created_at, t.resolved_at", "from topic t")
                .where("t.visibility = 'public'")
                .when(!query.solved(), "t.state not in ('merged', 'withdrawn')")
                .when(query.solved(), "t.resolved_at is not null and t.outcome in ('solved', 'partly_solved')")
                .where("t.category ^@ cast(:category as text)", "category", query.category());
        AreaFilter.below(list, "t", Stream.ofNullable(query.area()).toList(), "area");
        var page = pages.page(
                list,
                query.solved() ? SOLVED : NEWEST,
                ID,
                MOST,
                null,
                (rs, ctx) -> item(rs, query.solved() ? "resolved_at" : "created_at", language));
        return new Feed(title(query, language), language, page.items());
    }

    private String title(TopicFeedQuery query, Language language) {
        String kind = Words.say(language, query.solved() ? "feed.solved" : "feed.new");
        var place = Stream.concat(
                        Stream.ofNullable(query.area())
                                .map(code -> areas.ref(code).name()),
                        Stream.ofNullable(query.category())
                                .map(code -> categories.ref(code, language).name()))
                .toList();
        return String.join(
                " · ",
                Stream.concat(Stream.of(programme.name(language), kind), place.stream())
                        .toList());
    }

    private Item item(ResultSet rs, String time, Language language) throws SQLException {
        String body = rs.getString("body");
        String category = rs.getString("category");
        var tags = Stream.concat(
                        Stream.of(areas.ref(rs.getString("area_code")).name()),
                        Stream.ofNullable(category)
                                .map(code -> categories.ref(code, language).name()))
                .toList();
        return new Item(
                rs.getString("id"),
                rs.getString("title"),
                body.codePointCount(0, body.length()) <= LONGEST
                        ? body
                        : body.substring(0, body.offsetByCodePoints(0, LONGEST)) + "…",
                tags,
                instant(rs, time));
    }
}
