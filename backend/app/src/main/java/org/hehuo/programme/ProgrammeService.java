package org.hehuo.programme;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.areas.Areas;
import org.hehuo.kernel.http.IfMatch;
import org.hehuo.kernel.http.MergePatch;
import org.hehuo.kernel.http.Welcome;
import org.hehuo.kernel.life.Audit;
import org.hehuo.kernel.life.Ref;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.text.Coded;
import org.hehuo.kernel.text.Language;
import org.hehuo.kernel.time.WorkCalendars;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What the programme is called; the district changes it. */
@ApplicationScoped
public class ProgrammeService implements Welcome {
    final Jdbi jdbi;
    final Areas areas;
    final WorkCalendars calendars;
    final MergePatch patches;
    final Audit audit;
    final MapTiles map;
    final Newness newness;

    ProgrammeService(
            Jdbi jdbi,
            Areas areas,
            WorkCalendars calendars,
            MergePatch patches,
            Audit audit,
            MapTiles map,
            Newness newness) {
        this.jdbi = jdbi;
        this.areas = areas;
        this.calendars = calendars;
        this.patches = patches;
        this.audit = audit;
        this.map = map;
        this.newness = newness;
    }

    /** What may be changed. */
    @Schema(name = "ProgrammeChange")
    record Editable(
            @NotBlank @Size(max = 40) String nameZh,
            @NotBlank @Size(max = 80) String nameEn,
            @NotBlank @Size(max = 60) String sloganZh,
            @NotBlank @Size(max = 120) String sloganEn,
            @Pattern(regexp = "[0-9+ -]{5,20}") @Nullable String phone,

            @Min(0) @Max(90) @Schema(description = "For how many days an account is new; nought: none is")
            int newcomerDays,

            @Min(1) @Max(1000) @Schema(description = "How much a new account may post a day")
            int newcomerPosts,

            @Min(0)
            @Max(1000)
            @Schema(description = "How many claims a partner may have open at a time; nought: as many as it likes")
            int claimsAtOnce) {}

    private record Row(Editable texts, @Nullable String district, long version) {}

    public String name(Language language) {
        return view(language).name();
    }

    @Override
    public Greeting greeting(Language language) {
        var texts = row().texts;
        return new Greeting(
                language.choose(texts.nameZh, texts.nameEn), language.choose(texts.sloganZh, texts.sloganEn));
    }

    ProgrammeView view(Language language) {
        var row = row();
        return new ProgrammeView(
                language.choose(row.texts.nameZh, row.texts.nameEn),
                language.choose(row.texts.sloganZh, row.texts.sloganEn),
                row.texts.phone,
                row.district == null
                        ? null
                        : new Coded(row.district, areas.ref(row.district).name()),
                calendars.zone().getId(),
                Arrays.stream(Language.values()).map(Language::tag).toList(),
                List.of("self_registration"),
                map.view(),
                row.texts.newcomerDays,
                row.texts.newcomerPosts,
                row.texts.claimsAtOnce,
                row.version);
    }

    @Transactional
    void change(@Nullable String ifMatch, JsonNode patch, Caller caller) {
        var row = row();
        IfMatch.check(ifMatch, row.version);
        var texts = patches.apply(row.texts, patch, Editable.class);
        // The condition is asked again by the write: of two changes to one version one is stale.
        int changed = jdbi.withHandle(h -> h.createUpdate("""
            update programme set name_zh = :nameZh, name_en = :nameEn, slogan_zh = :sloganZh, slogan_en = :sloganEn,
                phone = :phone, newcomer_days = :newcomerDays, newcomer_posts = :newcomerPosts,
                claims_at_once = :claimsAtOnce, version = version + 1
            where version = :version
            """)
                .bind("nameZh", texts.nameZh)
                .bind("nameEn", texts.nameEn)
                .bind("sloganZh", texts.sloganZh)
                .bind("sloganEn", texts.sloganEn)
                .bind("phone", texts.phone)
                .bind("newcomerDays", texts.newcomerDays)
                .bind("newcomerPosts", texts.newcomerPosts)
                .bind("claimsAtOnce", texts.claimsAtOnce)
                .bind("version", row.version)
                .execute());
        if (changed == 0) throw Problem.of(ApiError.STALE);
        audit.record("programme.edit", new Ref("programme", "programme"), caller);
    }

    /** After the commit. */
    ProgrammeView fresh(Language language) {
        newness.forget();
        return view(language);
    }

    private Row row() {
        return jdbi.withHandle(h -> h.createQuery("""
            select name_zh, name_en, slogan_zh, slogan_en, phone, newcomer_days, newcomer_posts, claims_at_once, district_code,
                version
            from programme
            """)
                .map((rs, ctx) -> new Row(
                        new Editable(
                                rs.getString("name_zh"),
                                rs.getString("name_en"),
                                rs.getString("slogan_zh"),
                                rs.getString("slogan_en"),
                                rs.getString("phone"),
                                rs.getInt("newcomer_days"),
                                rs.getInt("newcomer_posts"),
                                rs.getInt("claims_at_once")),
                        rs.getString("district_code"),
                        rs.getLong("version")))
                .one());
    }
}
