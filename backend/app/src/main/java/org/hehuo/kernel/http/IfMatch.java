package org.hehuo.kernel.http;

import java.util.regex.Pattern;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The condition of a change: the version that the caller has seen (RFC 9110, 13.1.1). */
public final class IfMatch {
    private static final Pattern OURS = Pattern.compile("(?:W/)?\"(\\d{1,18})-[^\"]*\"");

    private IfMatch() {}

    /**
     * @throws Problem {@code if_match_required} (428) without a condition, {@code stale} (412) if it does not hold
     */
    public static void check(@Nullable String header, long version) {
        if (header == null || header.isBlank()) throw Problem.of(ApiError.IF_MATCH_REQUIRED);
        if (header.strip().equals("*")) return;
        for (String tag : header.split(",")) {
            var match = OURS.matcher(tag.strip());
            if (match.matches() && Long.parseLong(match.group(1)) == version) return;
        }
        throw Problem.of(ApiError.STALE);
    }
}
