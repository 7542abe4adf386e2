package org.hehuo.categories;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.sql.Remembered;
import org.hehuo.kernel.text.Coded;
import org.hehuo.kernel.text.Language;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What other features ask about categories and fields. */
@ApplicationScoped
public class Categories {
    static final String COLUMNS = "code, parent, name_zh, name_en, field, sla_days, words, retired";

    private static final Duration REMEMBERED = Duration.ofSeconds(10);
    private static final int DAYS_WHEN_UNKNOWN = 5;

    final Jdbi jdbi;
    final Remembered<Tree> tree;

    private record Names(String zh, String en) {}

    private record Tree(Map<String, Category> categories, Map<String, Names> fields, CategoryWords words) {}

    Categories(Jdbi jdbi) {
        this.jdbi = jdbi;
        this.tree = new Remembered<>(REMEMBERED, this::read);
    }

    public Coded ref(String code, Language language) {
        var category = tree.get().categories.get(code);
        return new Coded(code, category == null ? code : language.choose(category.nameZh(), category.nameEn()));
    }

    public Coded field(String code, Language language) {
        var names = tree.get().fields.get(code);
        return new Coded(code, names == null ? code : language.choose(names.zh, names.en));
    }

    /**
     * Lets something be about it from now on, if it is in use.
     *
     * @throws Problem {@code invalid} (422) naming the request's field
     */
    public void require(String code, String requestField) {
        var category = tree.get().categories.get(code);
        if (category == null || category.retired()) throw Problem.invalid(requestField, "not_found");
    }

    /** @throws Problem {@code invalid} (422) naming the request's field */
    public void requireField(String code, String requestField) {
        if (!tree.get().fields.containsKey(code)) throw Problem.invalid(requestField, "not_found");
    }

    /** What it is called, where there is such a category. */
    public Optional<String> name(String code, Language language) {
        return Optional.ofNullable(tree.get().categories.get(code))
                .map(category -> language.choose(category.nameZh(), category.nameEn()));
    }

    /** A leaf and the whole that it is a part of. */
    public List<String> upwards(String code) {
        var category = tree.get().categories.get(code);
        return category == null || category.parent() == null ? List.of(code) : List.of(code, category.parent());
    }

    /** These, what they consist of, and what they are a part of: whoever can do the one is asked for the other. */
    public List<String> akin(Collection<String> codes) {
        var known = tree.get().categories.keySet().stream()
                .filter(other -> codes.stream().anyMatch(code -> other.startsWith(code) || code.startsWith(other)));
        return Stream.concat(codes.stream(), known).distinct().toList();
    }

    /** Working days until the first answer, 1 to 15; five where nobody said what it is about. */
    public int slaDays(@Nullable String code) {
        var category = code == null ? null : tree.get().categories.get(code);
        return category == null ? DAYS_WHEN_UNKNOWN : category.slaDays();
    }

    public String fieldOf(String code) {
        return Objects.requireNonNull(tree.get().categories.get(code)).field();
    }

    /** The leaves in use that the text sounds like, the likest first. */
    public List<String> likest(String text, int most) {
        return tree.get().words.likest(text, most);
    }

    void changed() {
        tree.forget();
    }

    List<Category> all() {
        return List.copyOf(tree.get().categories.values());
    }

    List<String> fields() {
        return List.copyOf(tree.get().fields.keySet());
    }

    private Tree read() {
        return jdbi.withHandle(h -> {
            var categories = new LinkedHashMap<String, Category>();
            h.createQuery("select " + COLUMNS + " from category order by position")
                    .map((rs, ctx) -> category(rs))
                    .forEach(c -> categories.put(c.code(), c));
            var fields = new LinkedHashMap<String, Names>();
            h.createQuery("select code, name_zh, name_en from field order by position")
                    .map((rs, ctx) -> fields.put(
                            rs.getString("code"), new Names(rs.getString("name_zh"), rs.getString("name_en"))))
                    .list();
            return new Tree(categories, fields, new CategoryWords(categories.values()));
        });
    }

    static Category category(ResultSet rs) throws SQLException {
        return new Category(
                rs.getString("code"),
                rs.getString("parent"),
                rs.getString("name_zh"),
                rs.getString("name_en"),
                rs.getString("field"),
                rs.getInt("sla_days"),
                words(rs.getString("words")),
                rs.getBoolean("retired"));
    }

    private static List<String> words(String column) {
        return Stream.of(column.toLowerCase(Locale.ROOT).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
