package org.hehuo.kernel.sql;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads columns as our types, and spells enums as the API does. */
public final class Columns {
    private Columns() {}

    public static Instant instant(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Instant instantOrNull(ResultSet rs, String column) throws SQLException {
        var value = rs.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    public static @Nullable LocalDate dateOrNull(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, LocalDate.class);
    }

    public static UUID uuid(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, UUID.class);
    }

    public static @Nullable UUID uuidOrNull(ResultSet rs, String column) throws SQLException {
        return rs.getObject(column, UUID.class);
    }

    public static <E extends Enum<E>> E word(ResultSet rs, String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, rs.getString(column).toUpperCase(Locale.ROOT));
    }

    public static <E extends Enum<E>> @Nullable E wordOrNull(ResultSet rs, String column, Class<E> type)
            throws SQLException {
        return rs.getString(column) == null ? null : word(rs, column, type);
    }

    public static <E extends Enum<E>> List<E> words(ResultSet rs, String column, Class<E> type) throws SQLException {
        return texts(rs, column).stream()
                .map(word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT)))
                .toList();
    }

    public static List<UUID> uuids(ResultSet rs, String column) throws SQLException {
        Array array = rs.getArray(column);
        return array == null ? List.of() : List.of((UUID[]) array.getArray());
    }

    public static List<String> texts(ResultSet rs, String column) throws SQLException {
        Array array = rs.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }

    /** {@code IN_PROGRESS} → {@code in_progress}. */
    public static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    public static String[] words(Collection<? extends Enum<?>> values) {
        return values.stream().map(Columns::word).toArray(String[]::new);
    }
}
