package org.hehuo.projects;

import static org.hehuo.kernel.sql.Columns.instant;
import static org.hehuo.kernel.sql.Columns.texts;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hehuo.areas.AreaFilter;
import org.hehuo.areas.Areas;
import org.hehuo.categories.Categories;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.paging.Select;
import org.hehuo.kernel.paging.Sort;
import org.hehuo.kernel.security.Caller;
import org.hehuo.media.PhotoView;
import org.hehuo.media.Photos;
import org.hehuo.topics.Topics;
import org.jspecify.annotations.Nullable;

/** Reads what was achieved. */
@ApplicationScoped
class StoryQueries {
    private static final Sort LATEST = Sort.descending("p.completed_at", "timestamptz");
    private static final Sort ID = Sort.descending("p.id", "text");

    final Select.Pages pages;
    final ProjectRows rows;
    final Undertakings undertakings;
    final Topics topics;
    final Photos photos;
    final Areas areas;
    final Categories categories;

    StoryQueries(
            Select.Pages pages,
            ProjectRows rows,
            Undertakings undertakings,
            Topics topics,
            Photos photos,
            Areas areas,
            Categories categories) {
        this.pages = pages;
        this.rows = rows;
        this.undertakings = undertakings;
        this.topics = topics;
        this.photos = photos;
        this.areas = areas;
        this.categories = categories;
    }

    private record Told(
            String id,
            String title,
            String area,
            String field,
            List<ProjectInput.Figure> numbers,
            String story,
            List<String> topics,
            Instant createdAt,
            Instant completedAt) {}

    Page<StoryView> page(List<String> area, List<String> field, int size, @Nullable String cursor, Caller caller) {
        var list = Select.of("""
                        p.id, p.title, p.area_code, p.field, p.created_at, p.completed_at, o.numbers, o.story,
                        array(select topic_id from project_topic where project_id = p.id) as topics
                        """, "from project p join outcome o on o.project_id = p.id")
                .where("p.completed_at is not null")
                .where("p.published_at is not null")
                .where("p.field = any(:field)", "field", field);
        AreaFilter.below(list, "p", area, "area");
        var page = pages.page(list, LATEST, ID, size, cursor, (rs, ctx) -> told(rs));
        var ids = page.items().stream().map(Told::id).toList();
        var holders = undertakings.holders(ids);
        var pictures = photos.of(Outcomes.KIND, ids);
        var said = topics.createdAt(
                page.items().stream().flatMap(t -> t.topics.stream()).toList());
        return page.map(told -> view(
                told,
                holders.getOrDefault(told.id, List.of()),
                pictures.getOrDefault(told.id, Map.of()),
                said,
                caller));
    }

    private Told told(ResultSet rs) throws SQLException {
        return new Told(
                rs.getString("id"),
                rs.getString("title"),
                rs.getString("area_code"),
                rs.getString("field"),
                rows.read(rs.getString("numbers"), new TypeReference<>() {}),
                rs.getString("story"),
                texts(rs, "topics"),
                instant(rs, "created_at"),
                instant(rs, "completed_at"));
    }

    private StoryView view(
            Told told,
            List<Undertakings.Holder> holders,
            Map<Photos.Place, List<PhotoView>> pictures,
            Map<String, Instant> said,
            Caller caller) {
        var begun = told.topics.stream()
                .map(said::get)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(told.createdAt);
        return new StoryView(
                told.id,
                told.title,
                areas.ref(told.area),
                categories.field(told.field, caller.language()),
                holders.stream().map(Undertakings.Holder::partner).toList(),
                told.numbers,
                told.story,
                first(pictures, Photos.Place.BEFORE),
                first(pictures, Photos.Place.AFTER),
                (int) ChronoUnit.DAYS.between(begun, told.completedAt),
                told.completedAt);
    }

    private static @Nullable PhotoView first(Map<Photos.Place, List<PhotoView>> pictures, Photos.Place place) {
        return pictures.getOrDefault(place, List.of()).stream().findFirst().orElse(null);
    }
}
