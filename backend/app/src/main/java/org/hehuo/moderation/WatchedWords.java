package org.hehuo.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hehuo.kernel.life.Audit;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.sql.Remembered;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The words because of which a post is held until somebody has looked at it; the district's list. */
@ApplicationScoped
public class WatchedWords {
    static final int SHORTEST = 2;
    static final int LONGEST = 40;
    static final int MOST = 2000;

    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{P}\\p{S}]+");
    private static final Pattern LATIN = Pattern.compile("[a-z0-9 ]+");

    final Jdbi jdbi;
    final Audit audit;
    private final Remembered<List<String>> words;

    WatchedWords(Jdbi jdbi, Audit audit) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.words = new Remembered<>(Duration.ofSeconds(10), this::all);
    }

    List<String> all() {
        return jdbi.withHandle(h -> h.createQuery("select word from watched_word order by word")
                .mapTo(String.class)
                .list());
    }

    /** Which of the words stand in the texts, however they are spaced, dotted or written wide. */
    public List<String> in(@Nullable String... texts) {
        var said = Stream.of(texts)
                .filter(Objects::nonNull)
                .map(WatchedWords::plain)
                .toList();
        return words.get().stream()
                .filter(word -> said.stream().anyMatch(text -> stands(word, text)))
                .toList();
    }

    /**
     * For what would stand in public at once.
     *
     * @throws Problem {@code invalid} naming the field: {@code watched}
     */
    public void refuse(@Nullable String text, String field) {
        if (!in(text).isEmpty()) throw Problem.invalid(field, "watched");
    }

    private static String plain(String text) {
        String small = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return BETWEEN.matcher(small).replaceAll(" ").strip();
    }

    /** A word in letters stands between others; one in characters runs on. */
    private static boolean stands(String word, String text) {
        return LATIN.matcher(word).matches()
                ? (" " + text + " ").contains(" " + word + " ")
                : text.replace(" ", "").contains(word.replace(" ", ""));
    }

    /** May be repeated. For posts from now on. */
    @Transactional
    void put(String word, Caller caller) {
        String plain = plain(word);
        if (plain.length() < SHORTEST || plain.length() > LONGEST)
            throw Problem.badParameter(ApiError.INVALID_PARAMETER, "word", "malformed");
        jdbi.useHandle(h -> {
            h.execute("lock table watched_word in share row exclusive mode");
            h.createUpdate("insert into watched_word (word) values (:word) on conflict do nothing")
                    .bind("word", plain)
                    .execute();
            int all = h.createQuery("select count(*) from watched_word")
                    .mapTo(Integer.class)
                    .one();
            if (all > MOST) throw Problem.of(ApiError.CONFLICT);
        });
        record("put", plain, caller);
    }

    @Transactional
    void remove(String word, Caller caller) {
        String plain = plain(word);
        int gone = jdbi.withHandle(h -> h.createUpdate("delete from watched_word where word = :word")
                .bind("word", plain)
                .execute());
        if (gone == 0) throw Problem.of(ApiError.NOT_FOUND);
        record("remove", plain, caller);
    }

    private void record(String verb, String word, Caller caller) {
        audit.record("watched_word." + verb, new Ref("watched_word", word), caller);
    }

    /** After the commit. */
    List<String> fresh() {
        words.forget();
        return all();
    }
}
