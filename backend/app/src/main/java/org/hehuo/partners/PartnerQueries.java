package org.hehuo.partners;

import static org.hehuo.kernel.sql.Columns.texts;
import static org.hehuo.kernel.sql.Columns.word;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hehuo.areas.Areas;
import org.hehuo.categories.Categories;
import org.hehuo.kernel.life.Action;
import org.hehuo.kernel.life.Timeline;
import org.hehuo.kernel.life.TimelineItem;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.paging.Select;
import org.hehuo.kernel.paging.Sort;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.security.Role;
import org.hehuo.kernel.security.Vault;
import org.hehuo.kernel.text.Coded;
import org.hehuo.kernel.text.Identified;
import org.hehuo.kernel.text.Language;
import org.hehuo.media.PhotoView;
import org.hehuo.media.Photos;
import org.hehuo.search.Found;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads the directory. */
@ApplicationScoped
class PartnerQueries {
    private static final int DISTRICT_DIGITS = 6;
    private static final int LEVEL_DIGITS = 3;
    private static final String REACH = """
            array(select area_code from partner_area where partner_id = p.id order by area_code) as areas,
            array(select field from partner_field where partner_id = p.id order by field) as fields
            """;
    private static final String ONE = "select p.*, " + Partner.COLUMNS + ", " + REACH + """
            , i.name as into_name from partner p left join partner i on i.id = p.merged_into where p.id = :id
            """;
    private static final String NAMES = "(p.name || ' ' || coalesce(p.initials, ''))";
    static final Found FOUND =
            new Found("p", "p.name", NAMES, "cast(p.joined_on as timestamptz)", "coalesce(p.intro, '')");
    private static final Sort NEWEST = Sort.descending("p.joined_on", "date");
    private static final Sort ID = Sort.descending("p.id", "text");
    private static final Sort FIRST = Sort.ascending("p.id", "text");
    static final int A_PAGE = 500;

    final Jdbi jdbi;
    final Select.Pages pages;
    final Areas areas;
    final Categories categories;
    final PartnerFigures figures;
    final PartnerStore store;
    final Timeline timeline;
    final Photos photos;
    final Vault vault;

    PartnerQueries(
            Jdbi jdbi,
            Select.Pages pages,
            Areas areas,
            Categories categories,
            PartnerFigures figures,
            PartnerStore store,
            Timeline timeline,
            Photos photos,
            Vault vault) {
        this.jdbi = jdbi;
        this.pages = pages;
        this.areas = areas;
        this.categories = categories;
        this.figures = figures;
        this.store = store;
        this.timeline = timeline;
        this.photos = photos;
        this.vault = vault;
    }

    Page<PartnerRow> page(PartnerQuery query, Caller caller) {
        var list = filtered("p.id, p.name, p.kind, p.intro, p.joined_on, " + REACH, query);
        FOUND.among(list, query.q());
        var sort = Found.isBest(query.q(), null) ? FOUND.best(list, Objects.requireNonNull(query.q())) : NEWEST;
        return pages.page(list, sort, ID, query.pageSize(), query.cursor(), (rs, ctx) -> row(rs, caller.language()));
    }

    /** A part of the whole list, for a table: in the order of the numbers. */
    Page<PartnerExport.Row> exported(PartnerQuery query, @Nullable String cursor, Caller caller) {
        var list = filtered(
                "p.id, p.name, p.credit_code, p.kind, p.intro, p.contact_phone, p.joined_on, p.term_ends_on, " + REACH,
                query);
        FOUND.among(list, query.q());
        return pages.page(
                list,
                FIRST,
                FIRST,
                A_PAGE,
                cursor,
                (rs, ctx) -> new PartnerExport.Row(
                        rs.getString("id"),
                        rs.getString("name"),
                        rs.getString("credit_code"),
                        word(rs, "kind", Kind.class),
                        areas(rs),
                        fields(rs, caller.language()),
                        rs.getString("intro"),
                        rs.getString("contact_phone"),
                        rs.getString("joined_on"),
                        rs.getString("term_ends_on")));
    }

    private Select filtered(String columns, PartnerQuery query) {
        var list = Select.of(columns, "from partner p")
                .where("p.state = 'active'")
                .where("p.kind = any(:kind)", "kind", query.kind())
                .where("p.joined_on >= :joinedFrom", "joinedFrom", query.joinedFrom())
                .where(
                        "exists (select from partner_field f where f.partner_id = p.id and f.field = any(:field))",
                        "field",
                        query.field())
                .where("""
                        exists (select from capability k where k.partner_id = p.id and k.state = 'active'
                            and k.categories && cast(:category as text[]))
                        """, "category", categories.akin(query.category()));
        if (query.area() != null) serving(list, query.area());
        return list;
    }

    /** A partner of a part of the area, of the area itself, or of anything above it. */
    private static void serving(Select list, String area) {
        var above = new ArrayList<String>();
        for (int digits = DISTRICT_DIGITS; digits <= area.length(); digits += LEVEL_DIGITS) {
            above.add(area.substring(0, digits));
        }
        list.where("""
                exists (select from partner_area a where a.partner_id = p.id
                    and (a.area_code = any(:above) or a.area_code like :below))
                """, "above", above).with("below", area + "%");
    }

    PartnerView view(String id, Caller caller) {
        return jdbi.withHandle(h -> h.createQuery(ONE)
                .bind("id", id)
                .map((rs, ctx) -> view(rs, Partner.read(rs), caller))
                .findOne()
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
    }

    private PartnerView view(ResultSet rs, Partner partner, Caller caller) throws SQLException {
        if (!partner.isVisibleTo(caller)) throw Problem.of(ApiError.NOT_FOUND);
        var figures = this.figures.of(partner.id());
        boolean inside = caller.speaksFor(partner.id()) || caller.is(Role.ADMIN);
        String into = rs.getString("merged_into");
        return new PartnerView(
                partner.id(),
                rs.getString("name"),
                word(rs, "kind", Kind.class),
                partner.state(),
                rs.getString("intro"),
                rs.getString("contact_phone"),
                logo(partner.id()).orElse(null),
                rs.getObject("joined_on", LocalDate.class),
                partner.termEndsOn(),
                areas(rs),
                fields(rs, caller.language()),
                figures.held(),
                figures.completed(),
                inside ? rs.getString("credit_code") : null,
                partner.isOwnedBy(caller) ? contact(rs) : null,
                inside ? rs.getString("reason") : null,
                into == null ? null : new Identified(into, rs.getString("into_name")),
                Action.allowed(PartnerAction.values(), partner, caller),
                partner.version());
    }

    List<TimelineItem> timeline(String id, Caller caller) {
        store.find(id, caller);
        return timeline.of(List.of(id), caller);
    }

    Optional<PhotoView> logo(String id) {
        return photos.of(Partner.KIND, id, Photos.Place.SHOWN).stream().findFirst();
    }

    private @Nullable Contact contact(ResultSet rs) throws SQLException {
        byte[] locked = rs.getBytes("contact");
        return locked == null ? null : Contact.open(vault, locked);
    }

    private PartnerRow row(ResultSet rs, Language language) throws SQLException {
        return new PartnerRow(
                rs.getString("id"),
                rs.getString("name"),
                word(rs, "kind", Kind.class),
                rs.getString("intro"),
                rs.getObject("joined_on", LocalDate.class),
                areas(rs),
                fields(rs, language));
    }

    private List<Coded> areas(ResultSet rs) throws SQLException {
        return texts(rs, "areas").stream()
                .map(code -> new Coded(code, areas.ref(code).name()))
                .toList();
    }

    private List<Coded> fields(ResultSet rs, Language language) throws SQLException {
        return texts(rs, "fields").stream()
                .map(code -> categories.field(code, language))
                .toList();
    }
}
