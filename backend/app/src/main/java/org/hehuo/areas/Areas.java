package org.hehuo.areas;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.hehuo.kernel.sql.Columns.word;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.sql.Remembered;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What other features ask about areas. All of them fit in memory. */
@ApplicationScoped
public class Areas {
    static final String COLUMNS = "code, parent, level, name, retired";

    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    final Jdbi jdbi;
    final Remembered<Map<String, Area>> all;

    Areas(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.all = new Remembered<>(REMEMBERED, this::read);
    }

    /** The area with the names above it; an unknown code stands for itself. */
    public AreaRef ref(String code) {
        var area = all.get().get(code);
        return new AreaRef(code, area == null ? code : area.name(), path(area));
    }

    /** What it is called, where there is such an area. */
    public Optional<String> name(String code) {
        return Optional.ofNullable(all.get().get(code)).map(Area::name);
    }

    /**
     * The code's levels, if such an area is in use.
     *
     * @throws Problem {@code invalid} (422) naming the field
     */
    public AreaCode require(String code, String field) {
        var area = all.get().get(code);
        if (area == null || area.retired()) throw Problem.invalid(field, "not_found");
        return new AreaCode(code);
    }

    /** The codes of the areas in use, by the names that people write; a name may stand for several. */
    public Map<String, List<String>> codesByName() {
        return all.get().values().stream()
                .filter(area -> !area.retired())
                .collect(groupingBy(Area::name, mapping(Area::code, toList())));
    }

    @Nullable
    Area find(String code) {
        return all.get().get(code);
    }

    /** With the names above it, though it was not there yet when the areas were read. */
    AreaView view(Area area) {
        return new AreaView(area.code(), area.name(), area.level(), area.parent(), path(area), area.retired());
    }

    private List<String> path(@Nullable Area lowest) {
        var names = new ArrayDeque<String>();
        for (var area = lowest; area != null; area = above(area)) names.addFirst(area.name());
        return List.copyOf(names);
    }

    void changed() {
        all.forget();
    }

    private @Nullable Area above(Area area) {
        return area.parent() == null ? null : all.get().get(area.parent());
    }

    private Map<String, Area> read() {
        var areas = new HashMap<String, Area>();
        jdbi.useHandle(h -> h.createQuery("select " + COLUMNS + " from area")
                .map((rs, ctx) -> read(rs))
                .forEach(area -> areas.put(area.code(), area)));
        return areas;
    }

    static Area read(ResultSet rs) throws SQLException {
        return new Area(
                rs.getString("code"),
                rs.getString("parent"),
                word(rs, "level", Area.Level.class),
                rs.getString("name"),
                rs.getBoolean("retired"));
    }
}
