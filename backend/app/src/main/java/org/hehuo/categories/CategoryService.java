package org.hehuo.categories;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.hehuo.kernel.http.IfMatch;
import org.hehuo.kernel.http.MergePatch;
import org.hehuo.kernel.life.Audit;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.text.Language;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Changes the categories. */
@ApplicationScoped
public class CategoryService {
    private static final int LETTERS = 3;

    final Jdbi jdbi;
    final Categories categories;
    final MergePatch patches;
    final Audit audit;

    CategoryService(Jdbi jdbi, Categories categories, MergePatch patches, Audit audit) {
        this.jdbi = jdbi;
        this.categories = categories;
        this.patches = patches;
        this.audit = audit;
    }

    private record Row(Category category, long version) {}

    /** As it is, whatever this instance remembers: whoever changes it names its version. */
    CategoryDetail view(String code, Language language) {
        var row = row(code);
        var c = row.category;
        return new CategoryDetail(
                c.code(),
                c.parent(),
                language.choose(c.nameZh(), c.nameEn()),
                c.nameZh(),
                c.nameEn(),
                categories.field(c.field(), language),
                c.slaDays(),
                c.words(),
                c.retired(),
                row.version);
    }

    /** Stands last among its neighbours. */
    @Transactional
    void create(NewCategory category, Caller caller) {
        var parent = parent(category.code());
        if (parent != null) categories.require(parent, "code");
        categories.requireField(category.field(), "field");
        int made = jdbi.withHandle(h -> h.createUpdate("""
                insert into category (code, parent, name_zh, name_en, field, sla_days, words, position)
                select :code, :parent, :nameZh, :nameEn, :field, :days, :words, coalesce(max(position), 0) + 1 from category
                on conflict do nothing
                """)
                .bind("code", category.code())
                .bind("parent", parent)
                .bind("nameZh", category.nameZh())
                .bind("nameEn", category.nameEn())
                .bind("field", category.field())
                .bind("days", category.slaDays())
                .bind("words", String.join(" ", category.words()))
                .execute());
        if (made == 0) throw Problem.of(ApiError.CATEGORY_CODE_TAKEN);
        tell("create", category.code(), category.nameZh(), caller);
    }

    /** Promises that were given stay as they were given. */
    @Transactional
    void change(String code, @Nullable String ifMatch, JsonNode patch, Caller caller) {
        var row = row(code);
        IfMatch.check(ifMatch, row.version);
        var was = row.category.editable();
        var now = patches.apply(was, patch, CategoryChange.class);
        categories.requireField(now.field(), "field");
        // The condition is asked again by the write: of two changes to one version one is stale.
        int changed = jdbi.withHandle(h -> h.createUpdate("""
                update category set name_zh = :nameZh, name_en = :nameEn, field = :field, sla_days = :days, words = :words,
                    retired = :retired, version = version + 1
                where code = :code and version = :version
                """)
                .bind("code", code)
                .bind("version", row.version)
                .bind("nameZh", now.nameZh())
                .bind("nameEn", now.nameEn())
                .bind("field", now.field())
                .bind("days", now.slaDays())
                .bind("words", String.join(" ", now.words()))
                .bind("retired", now.retired())
                .execute());
        if (changed == 0) throw Problem.of(ApiError.STALE);
        tellOf(code, was, now, caller);
    }

    /** The days are what is promised to everybody, and leaving the list is no edit: each is a line of its own. */
    private void tellOf(String code, CategoryChange was, CategoryChange now, Caller caller) {
        if (!was.slaDays().equals(now.slaDays())) {
            tell("set-days", code, was.slaDays() + " → " + now.slaDays(), caller);
        }
        if (!was.retired().equals(now.retired())) tell(now.retired() ? "retire" : "restore", code, null, caller);
        if (!now.isCalledAs(was)) tell("edit", code, now.nameZh(), caller);
    }

    private void tell(String verb, String code, @Nullable String note, Caller caller) {
        audit.record("category." + verb, new Ref("category", code), null, caller, note);
    }

    /** After the commit. */
    CategoryDetail fresh(String code, Language language) {
        categories.changed();
        return view(code, language);
    }

    private Row row(String code) {
        return jdbi.withHandle(
                h -> h.createQuery("select " + Categories.COLUMNS + ", version from category where code = :code")
                        .bind("code", code)
                        .map((rs, ctx) -> new Row(Categories.category(rs), rs.getLong("version")))
                        .findOne()
                        .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
    }

    private static @Nullable String parent(String code) {
        return code.length() == LETTERS ? null : code.substring(0, LETTERS);
    }
}
