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
import org.hehuo.areas.Areas;
import org.hehuo.categories.Categories;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.paging.Select;
import org.hehuo.kernel.paging.Sort;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.text.Coded;
import org.hehuo.kernel.text.Language;
import org.hehuo.people.Memberships;
import org.hehuo.search.Found;
import org.jdbi.v3.core.Jdbi;

/** Reads the directory. */
@ApplicationScoped
class PartnerQueries {
    private static final int DISTRICT_DIGITS = 6;
    private static final int LEVEL_DIGITS = 3;
    private static final String REACH = """
            array(select area_code from partner_area where partner_id = p.id order by area_code) as areas,
            array(select field from partner_field where partner_id = p.id order by field) as fields
            """;
    static final Found FOUND = new Found("p", "p.name", "cast(p.joined_on as timestamptz)", "coalesce(p.intro, '')");
    private static final Sort NEWEST = Sort.descending("p.joined_on", "date");
    private static final Sort ID = Sort.descending("p.id", "text");

    final Jdbi jdbi;
    final Select.Pages pages;
    final Areas areas;
    final Categories categories;
    final PartnerFigures figures;
    final Memberships memberships;

    PartnerQueries(
            Jdbi jdbi,
            Select.Pages pages,
            Areas areas,
            Categories categories,
            PartnerFigures figures,
            Memberships memberships) {
        this.jdbi = jdbi;
        this.pages = pages;
        this.areas = areas;
        this.categories = categories;
        this.figures = figures;
        this.memberships = memberships;
    }

    Page<PartnerRow> page(PartnerQuery query, Caller caller) {
        var list = Select.of("p.id, p.name, p.kind, p.intro, p.joined_on, " + REACH, "from partner p")
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
        FOUND.among(list, query.q());
        if (query.area() != null) serving(list, query.area());
        var sort = Found.isBest(query.q(), null) ? FOUND.best(list, Objects.requireNonNull(query.q())) : NEWEST;
        return pages.page(list, sort, ID, query.pageSize(), query.cursor(), (rs, ctx) -> row(rs, caller.language()));
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
        var figures = this.figures.of(id);
        return jdbi.withHandle(h -> h.createQuery("select p.*, " + REACH + " from partner p where id = :id")
                .bind("id", id)
                .map((rs, ctx) -> new PartnerView(
                        rs.getString("id"),
                        rs.getString("name"),
                        word(rs, "kind", Kind.class),
                        word(rs, "state", PartnerState.class),
                        rs.getString("intro"),
                        rs.getString("contact_phone"),
                        rs.getObject("joined_on", LocalDate.class),
                        areas(rs),
                        fields(rs, caller.language()),
                        figures.held(),
                        figures.completed(),
                        memberships.isManagedBy(id, caller)
                                ? List.of("edit", "add-member", "add-capability")
                                : List.of(),
                        rs.getLong("version")))
                .findOne()
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
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
