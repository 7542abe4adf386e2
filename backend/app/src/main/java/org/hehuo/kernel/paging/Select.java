package org.hehuo.kernel.paging;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hehuo.kernel.sql.Columns;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/**
 * A list: its columns, the conditions that were asked for, the rows that the caller may see, and one page of it by keyset.
 * A condition whose value is absent is no condition at all, so that each combination of filters keeps its index.
 */
public final class Select {
    private String columns;
    private final String source;
    private @Nullable Newest newest;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new TreeMap<>();

    private Select(String columns, String source) {
        this.columns = columns;
        this.source = source;
    }

    /**
     * Begins a list.
     *
     * @param columns what is shown
     * @param source {@code from} with its joins
     */
    public static Select of(String columns, String source) {
        return new Select(columns, source);
    }

    private record Newest(String alias, String born, int most) {}

    /**
     * Looks at no more than the newest that match, however many there are: for orders that no index has.
     *
     * @param alias the table's name in the statement
     * @param born the column that says how new it is
     */
    public Select newest(String alias, String born, int most) {
        newest = new Newest(alias, born, most);
        return this;
    }

    /** One column more. */
    public Select show(String column) {
        columns = columns + ", " + column;
        return this;
    }

    /** Adds a condition that has no value. */
    public Select where(String condition) {
        conditions.add(condition);
        return this;
    }

    public Select when(boolean wanted, String condition) {
        return wanted ? where(condition) : this;
    }

    /** Adds the condition, or its contrary, as was asked. */
    public Select whether(@Nullable Boolean wanted, String condition) {
        return wanted == null ? this : where(wanted ? condition : "not " + condition);
    }

    /** Adds the condition if its value is there; a list without elements is not. */
    public Select where(String condition, String name, @Nullable Object value) {
        if (value == null || (value instanceof Collection<?> c && c.isEmpty())) return this;
        conditions.add(condition);
        return with(name, value);
    }

    /** A value that a condition without its own needs. */
    public Select with(String name, Object value) {
        values.put(name, value instanceof Collection<?> many ? array(many) : value);
        return this;
    }

    private static Object array(Collection<?> many) {
        return many.stream()
                .map(v -> v instanceof Enum<?> e ? Columns.word(e) : v.toString())
                .toArray(String[]::new);
    }

    /** Reads pages of lists. */
    @ApplicationScoped
    public static class Pages {
        final Jdbi jdbi;
        final Cursors cursors;

        Pages(Jdbi jdbi, Cursors cursors) {
            this.jdbi = jdbi;
            this.cursors = cursors;
        }

        private record Keyed<T>(T row, Cursors.Position position) {}

        /**
         * One page after the cursor; asks for one row more to know whether there is a next.
         *
         * @param id the unique column that settles equal sort keys, and its SQL type
         */
        public <T> Page<T> page(
                Select list, Sort sort, Sort id, int size, @Nullable String cursor, RowMapper<T> mapper) {
            String identity = list.identity(sort);
            var after = cursor == null ? null : cursors.read(identity, cursor);
            String sql = list.sql(sort, id, after != null, size + 1);
            var rows = jdbi.withHandle(h -> {
                var query = h.createQuery(sql).bindMap(list.values);
                if (after != null) query.bind("afterKey", after.key()).bind("afterId", after.id());
                return query.map((rs, ctx) -> new Keyed<>(
                                mapper.map(rs, ctx),
                                new Cursors.Position(rs.getString("sort_key"), rs.getString("sort_id"))))
                        .list();
            });
            boolean more = rows.size() > size;
            var shown = more ? rows.subList(0, size) : rows;
            String next = more ? cursors.write(identity, shown.getLast().position) : null;
            return new Page<>(shown.stream().map(Keyed::row).toList(), next);
        }
    }

    /** The limit is no parameter: not knowing it, the planner would sort all that is there to show twenty. */
    private String sql(Sort sort, Sort id, boolean continued, int limit) {
        String order = sort.descending() ? " desc" : "";
        var all = new ArrayList<>(newest == null ? conditions : List.<String>of());
        String rows = newest == null
                ? source
                : "from (select " + newest.alias + ".* " + source + where(conditions) + " order by " + newest.born
                        + " desc limit " + newest.most + ") " + newest.alias;
        if (continued) {
            all.add("(" + sort.column() + ", " + id.column() + ") " + (sort.descending() ? "<" : ">")
                    + " (cast(:afterKey as " + sort.type() + "), cast(:afterId as " + id.type() + "))");
        }
        return "select " + columns + ", " + sort.column() + "::text as sort_key, " + id.column() + "::text as sort_id "
                + rows
                + where(all)
                + " order by " + sort.column() + order + ", " + id.column() + order
                + " limit " + limit;
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private String identity(Sort sort) {
        return source
                + conditions
                + sort
                + values.entrySet().stream()
                        // The moment of asking is no part of what the list is.
                        .filter(e -> !(e.getValue() instanceof Instant))
                        .map(e -> e.getKey() + "=" + (e.getValue() instanceof String[] a ? List.of(a) : e.getValue()))
                        .collect(Collectors.joining("&"));
    }
}
