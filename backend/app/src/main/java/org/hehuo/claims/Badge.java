package org.hehuo.claims;

import static org.hehuo.kernel.text.Markup.escaped;

import org.hehuo.kernel.text.Language;
import org.hehuo.kernel.text.Words;

/** Draws a partner's record small enough for the foot of a page. */
final class Badge {
    private static final int LONGEST_NAME = 14;

    private Badge() {}

    static String of(PartnerRecord record, Language language) {
        String title = Words.say(language, "badge.title");
        String done = Words.say(language, "badge.delivered", record.delivered());
        var ratings = record.ratings();
        String rated = ratings == null
                ? ""
                : " · " + Words.say(language, "badge.rated", ratings.average().toPlainString());
        return """
                <svg xmlns="http://www.w3.org/2000/svg" width="280" height="72" viewBox="0 0 280 72" role="img">
                <title>%1$s %2$s %3$s%4$s</title>
                <rect width="280" height="72" rx="8" fill="#fffdf8" stroke="#b3261e"/>
                <path d="M0 8a8 8 0 0 1 8-8h48v72H8a8 8 0 0 1-8-8z" fill="#b3261e"/>
                <path d="M16 37l8 8 8-8 8 8M16 31a6 6 0 0 1 12-2 6 6 0 0 1 12 2" fill="none" stroke="#fff" stroke-width="3"
                 stroke-linecap="round" stroke-linejoin="round"/>
                <g font-family="'Noto Sans SC','PingFang SC','Microsoft YaHei',sans-serif" fill="#1f1b16">
                <text x="68" y="21" font-size="12" fill="#b3261e">%1$s</text>
                <text x="68" y="41" font-size="14" font-weight="700">%5$s</text>
                <text x="68" y="60" font-size="12">%3$s%4$s</text>
                </g>
                </svg>
                """.formatted(
                        escaped(title),
                        escaped(record.partner().name()),
                        escaped(done),
                        escaped(rated),
                        escaped(shortened(record.partner().name())));
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST_NAME
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "…";
    }
}
