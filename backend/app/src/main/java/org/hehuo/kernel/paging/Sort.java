package org.hehuo.kernel.paging;

import java.util.Map;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * In which order a list comes.
 *
 * @param column the SQL expression; it has an index together with the id
 * @param type its SQL type, to read it back from a cursor
 */
public record Sort(String column, String type, boolean descending) {

    public static Sort descending(String column, String type) {
        return new Sort(column, type, true);
    }

    public static Sort ascending(String column, String type) {
        return new Sort(column, type, false);
    }

    /**
     * Reads {@code sort=-createdAt}.
     *
     * @param allowed by the API's name, with its sign
     */
    public static Sort of(@Nullable String parameter, Map<String, Sort> allowed, Sort otherwise) {
        if (parameter == null) return otherwise;
        var sort = allowed.get(parameter);
        if (sort == null) throw Problem.badParameter(ApiError.INVALID_PARAMETER, "sort", "unknown");
        return sort;
    }
}
