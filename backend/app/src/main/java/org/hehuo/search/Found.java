package org.hehuo.search;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.hehuo.kernel.paging.Select;
import org.hehuo.kernel.paging.Sort;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Lists that are searched: what has all the words, wherever they stand; what has them in its title first, then the newest.
 * Ranked are the newest 10,000 that match, so that a word that everything has costs no more than a rare one.
 *
 * @param alias the table's name in the statement; its column {@code words} holds the {@code search_pieces} of its text
 * @param title the column that is shown
 * @param names what counts most: the title, and what it is called besides
 * @param born the column that says how new it is, a {@code timestamptz}
 * @param text what an excerpt is taken from
 */
public record Found(String alias, String title, String names, String born, String text) {
    /** In a query's documentation. */
    public static final String WORDS =
            "Words that must all be in it; one character or the beginning of a word is enough. Title first, then newest, among the newest 10,000 that match";

    private static final int CANDIDATES = 10_000;
    /** Seconds since 1970 stay below it for three thousand years. */
    private static final String ABOVE_ALL_TIME = "100000000000";

    /** SQL: letters and digits, however wide or large, are one, and each stays in its place. */
    private static final String FOLDED = """
            translate(lower(%s), '０１２３４５６７８９ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ',
                '0123456789abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz')""";

    private static final int BEFORE = 20;
    private static final int LENGTH = 80;

    /**
     * What has the words; searching for nothing but signs finds nothing, not searching leaves the list alone. Shows an
     * {@code excerpt}: what stands around the first word in the text, if it stands there as typed.
     */
    public void among(Select list, @Nullable String words) {
        if (words == null || words.isBlank()) {
            list.show("null::text as excerpt");
            return;
        }
        list.where(alias + ".words @@ search_all(:q)", "q", words)
                .with("first", words(words).getFirst());
        String at = "strpos(" + FOLDED.formatted(text) + ", :first)";
        list.show("case when " + at + " > 0 then substr(" + text + ", greatest(1, " + at + " - " + BEFORE + "), "
                + LENGTH + ") end as excerpt");
    }

    /** Whether a list is to be in the order of {@link #best}: where it is searched and no other order is asked for. */
    public static boolean isBest(@Nullable String words, @Nullable String sort) {
        return words != null && !words.isBlank() && (sort == null || sort.equals("relevance"));
    }

    /** The best first. */
    public Sort best(Select list, String words) {
        list.newest(alias, born, CANDIDATES).with("patterns", patterns(words));
        String titled = "(" + titled("cast(:patterns as text[])") + ")::int";
        return Sort.descending(
                "(" + titled + " * " + ABOVE_ALL_TIME + " + extract(epoch from " + born + "))", "numeric");
    }

    /**
     * Things whose title has the words, the newest first.
     *
     * @param kind the table, and the word for its things
     * @param shown the condition under which anybody may see one
     */
    public List<Suggestion> titled(Jdbi jdbi, String kind, String shown, String words, int most) {
        String sql = "select " + alias + ".id, " + title + " as title from " + kind + " " + alias + " where " + alias
                + ".words @@ search_all(:words) and " + titled(":patterns") + " and " + shown + " order by " + born
                + " desc limit :most";
        return jdbi.withHandle(h -> h.createQuery(sql)
                .bind("words", words)
                .bind("patterns", patterns(words).toArray(String[]::new))
                .bind("most", most)
                .map((rs, ctx) -> new Suggestion(kind, rs.getString("id"), rs.getString("title")))
                .list());
    }

    private String titled(String patterns) {
        return "normalize(" + names + ", nfkc) ilike all(" + patterns + ")";
    }

    /** The words as they would stand in a title. */
    private static List<String> patterns(String words) {
        return words(words).stream()
                .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toList();
    }

    /** Each as the database folds what is searched. */
    private static List<String> words(String typed) {
        String folded = Normalizer.normalize(typed, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return List.of(folded.strip().split("\\s+"));
    }
}
