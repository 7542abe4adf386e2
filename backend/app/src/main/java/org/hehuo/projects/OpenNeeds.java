package org.hehuo.projects;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hehuo.areas.AreaRef;
import org.hehuo.areas.Areas;
import org.hehuo.categories.Categories;
import org.hehuo.kernel.text.Coded;
import org.hehuo.kernel.text.Language;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Counts what can be claimed now, for those who look for something to do. */
@ApplicationScoped
class OpenNeeds {
    private static final int OF_A_SUBDISTRICT = 9;
    private static final int A_LEVEL = 3;

    final Jdbi jdbi;
    final Areas areas;
    final Categories categories;

    OpenNeeds(Jdbi jdbi, Areas areas, Categories categories) {
        this.jdbi = jdbi;
        this.areas = areas;
        this.categories = categories;
    }

    private record Row(
            @Nullable String field,
            @Nullable String category,
            @Nullable String area,
            int projects) {}

    /** @param area everywhere if absent */
    OpenNeedsView of(@Nullable String area, Language language) {
        int depth = area == null ? OF_A_SUBDISTRICT : area.length() + A_LEVEL;
        var rows = jdbi.withHandle(h -> h.createQuery("""
                select field, category, area, count(*) as projects
                from (select p.field, coalesce(c.parent, c.code) as category, left(p.area_code, :depth) as area
                      from project p join category c on c.code = p.category
                      where p.state = 'open' and starts_with(p.area_code, :area)) claimable
                group by grouping sets ((), (field), (category), (area))
                order by projects desc, field, category, area
                """)
                .bind("depth", depth)
                .bind("area", area == null ? "" : area)
                .map((rs, ctx) -> new Row(
                        rs.getString("field"), rs.getString("category"), rs.getString("area"), rs.getInt("projects")))
                .list());
        return new OpenNeedsView(
                rows.stream()
                        .filter(row -> row.field == null && row.category == null && row.area == null)
                        .mapToInt(Row::projects)
                        .sum(),
                counts(rows, Row::field, code -> categories.field(code, language)),
                counts(rows, Row::category, code -> categories.ref(code, language)),
                counts(rows, Row::area, code -> coded(areas.ref(code))));
    }

    private static Coded coded(AreaRef area) {
        return new Coded(area.code(), area.name());
    }

    private static List<OpenNeedsView.Count> counts(
            List<Row> rows, Function<Row, @Nullable String> code, Function<String, Coded> name) {
        return rows.stream()
                .flatMap(row -> {
                    String which = code.apply(row);
                    return which == null
                            ? Stream.<OpenNeedsView.Count>empty()
                            : Stream.of(new OpenNeedsView.Count(name.apply(which), row.projects));
                })
                .toList();
    }
}
