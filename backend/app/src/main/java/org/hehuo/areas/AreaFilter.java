package org.hehuo.areas;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hehuo.kernel.paging.Select;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Role;

/** Lists below areas, for tables that hold each ancestor's code in a column of its own. */
public final class AreaFilter {
    private AreaFilter() {}

    /**
     * Everything in or below any of these areas: for one area a plain equality, which its index serves.
     *
     * @param alias the table's name in the statement
     * @param name a name for the values, unique in the statement
     */
    public static void below(Select list, String alias, List<String> codes, String name) {
        for (String code : codes) {
            if (!code.matches(AreaCode.PATTERN))
                throw Problem.badParameter(ApiError.INVALID_PARAMETER, "area", "format");
        }
        var byColumn =
                new TreeMap<>(codes.stream().collect(Collectors.groupingBy(code -> new AreaCode(code).column())));
        if (byColumn.size() == 1 && codes.size() == 1) {
            list.where(alias + "." + byColumn.firstKey() + " = :" + name, name, codes.getFirst());
        } else if (!byColumn.isEmpty()) {
            list.where(byColumn.keySet().stream()
                    .map(column -> alias + "." + column + " = any(:" + name + "_" + column + ")")
                    .collect(Collectors.joining(" or ", "(", ")")));
            byColumn.forEach((column, some) -> list.with(name + "_" + column, some));
        }
    }

    /**
     * What the caller decides about: in one's areas, for the district everywhere. Who decides about nothing, or asks for it,
     * sees one's own.
     *
     * @param own the column of the person whose it is
     */
    public static void decidedBy(Select list, String alias, Caller caller, boolean mine, String own) {
        boolean district = caller.is(Role.ADMIN);
        if (mine || (caller.areas().isEmpty() && !district)) {
            list.where(alias + "." + own + " = :me", "me", caller.personId());
        } else if (!district) {
            list.where(
                    "exists (select from unnest(cast(:staffOf as text[])) s where starts_with(" + alias
                            + ".area_code, s))",
                    "staffOf",
                    caller.areas());
        }
    }
}
