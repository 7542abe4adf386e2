package org.hehuo.areas;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Locale;
import org.hehuo.kernel.life.Audit;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.paging.Select;
import org.hehuo.kernel.paging.Sort;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads and changes the areas. */
@ApplicationScoped
public class AreaService {
    private static final Sort BY_CODE = Sort.ascending("code", "text");
    private static final int LEVEL_DIGITS = 3;
    private static final int DISTRICT_DIGITS = 6;

    final Jdbi jdbi;
    final Areas areas;
    final Select.Pages pages;
    final Audit audit;

    AreaService(Jdbi jdbi, Areas areas, Select.Pages pages, Audit audit) {
        this.jdbi = jdbi;
        this.areas = areas;
        this.pages = pages;
        this.audit = audit;
    }

    Page<AreaView> page(AreaQuery query) {
        var list = Select.of(Areas.COLUMNS, "from area")
                .where("not retired")
                .where("parent = :parent", "parent", query.parent())
                .where("level = any(:level)", "level", query.level())
                .where("strpos(lower(name), lower(:q)) > 0", "q", query.q());
        return pages.page(list, BY_CODE, BY_CODE, query.pageSize(), query.cursor(), (rs, ctx) -> Areas.read(rs))
                .map(areas::view);
    }

    AreaView view(String code) {
        var area = areas.find(code);
        if (area == null) throw Problem.of(ApiError.NOT_FOUND);
        return areas.view(area);
    }

    @Transactional
    public void create(NewArea area, Caller caller) {
        var parent = parent(area.code());
        if (parent != null) areas.require(parent, "code");
        int made = jdbi.withHandle(h -> h.createUpdate("""
                insert into area (code, parent, level, name) values (:code, :parent, :level, :name)
                on conflict do nothing
                """)
                .bind("code", area.code())
                .bind("parent", parent)
                .bind("level", level(area.code()))
                .bind("name", area.name())
                .execute());
        if (made == 0) throw Problem.of(ApiError.AREA_CODE_TAKEN);
        tell("create", area.code(), area.name(), caller);
    }

    @Transactional
    void rename(String code, String name, Caller caller) {
        change(code, "update area set name = :value where code = :code", name);
        tell("rename", code, name, caller);
    }

    /** A retired area keeps what it has and takes nothing new. */
    @Transactional
    void retire(String code, Caller caller) {
        change(code, "update area set retired = cast(:value as boolean) where code = :code", "true");
        tell("retire", code, null, caller);
    }

    private void change(String code, String sql, String value) {
        int changed = jdbi.withHandle(
                h -> h.createUpdate(sql).bind("code", code).bind("value", value).execute());
        if (changed == 0) throw Problem.of(ApiError.NOT_FOUND);
    }

    private void tell(String verb, String code, @Nullable String name, Caller caller) {
        audit.record("area." + verb, new Ref("area", code), null, caller, name);
    }

    /** After the commit. */
    AreaView fresh(String code) {
        forget();
        return view(code);
    }

    /** Reads the areas anew at the next question: call it after the commit of a change. */
    public void forget() {
        areas.changed();
    }

    private static @Nullable String parent(String code) {
        return code.length() == DISTRICT_DIGITS ? null : code.substring(0, code.length() - LEVEL_DIGITS);
    }

    private static Area.Level level(String code) {
        return Area.Level.valueOf(new AreaCode(code).column().toUpperCase(Locale.ROOT));
    }
}
