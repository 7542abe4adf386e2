package org.hehuo.partners;

import static org.hehuo.kernel.sql.Columns.word;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hehuo.areas.Areas;
import org.hehuo.kernel.text.Coded;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** How the circle of partners grew (S2: 320 within seven months). */
@ApplicationScoped
class PartnerGrowth {
    final Jdbi jdbi;
    final Areas areas;

    PartnerGrowth(Jdbi jdbi, Areas areas) {
        this.jdbi = jdbi;
        this.areas = areas;
    }

    @Schema(name = "PartnerGrowth", description = "Of the partners that are in the directory today")
    record Growth(
            @Schema(required = true, description = "Those that joined before")
            int before,

            @Schema(required = true, description = "Days on which some joined, the first first")
            List<Day> days,

            @Schema(required = true) List<OfKind> kinds,

            @Schema(
                    required = true,
                    description = "Those that serve a subdistrict or a part of it; one partner may serve several")
            List<InArea> areas) {}

    @Schema(name = "PartnerGrowthDay")
    record Day(
            @Schema(required = true) LocalDate day,
            @Schema(required = true) int joined,

            @Schema(required = true, description = "In the directory since that day")
            int total) {}

    @Schema(name = "PartnerGrowthKind")
    record OfKind(
            @Schema(required = true) Kind kind,
            @Schema(required = true) int partners) {}

    @Schema(name = "PartnerGrowthArea")
    record InArea(
            @Schema(required = true) Coded area,
            @Schema(required = true) int partners) {}

    Growth of(@Nullable LocalDate from, @Nullable LocalDate to) {
        int before = from == null
                ? 0
                : jdbi.withHandle(
                        h -> h.createQuery("select count(*) from partner where state = 'active' and joined_on < :from")
                                .bind("from", from)
                                .mapTo(Integer.class)
                                .one());
        return new Growth(before, days(from, to, before), kinds(from, to), areas(from, to));
    }

    private List<Day> days(@Nullable LocalDate from, @Nullable LocalDate to, int before) {
        record Joined(LocalDate day, int count) {}
        var joined = jdbi.withHandle(h -> h.createQuery("""
                select joined_on, count(*) as n from partner where state = 'active'
                    and joined_on >= coalesce(:from, date '-infinity') and joined_on <= coalesce(:to, date 'infinity')
                group by joined_on order by joined_on limit 4000
                """)
                .bindByType("from", from, LocalDate.class)
                .bindByType("to", to, LocalDate.class)
                .map((rs, ctx) -> new Joined(rs.getObject("joined_on", LocalDate.class), rs.getInt("n")))
                .list());
        var days = new ArrayList<Day>();
        int total = before;
        for (var each : joined) {
            total += each.count;
            days.add(new Day(each.day, each.count, total));
        }
        return days;
    }

    private List<OfKind> kinds(@Nullable LocalDate from, @Nullable LocalDate to) {
        return jdbi.withHandle(h -> h.createQuery("""
                select kind, count(*) as n from partner where state = 'active'
                    and joined_on >= coalesce(:from, date '-infinity') and joined_on <= coalesce(:to, date 'infinity')
                group by kind order by n desc, kind
                """)
                .bindByType("from", from, LocalDate.class)
                .bindByType("to", to, LocalDate.class)
                .map((rs, ctx) -> new OfKind(word(rs, "kind", Kind.class), rs.getInt("n")))
                .list());
    }

    private List<InArea> areas(@Nullable LocalDate from, @Nullable LocalDate to) {
        return jdbi.withHandle(h -> h.createQuery("""
                select left(a.area_code, 9) as area, count(distinct p.id) as n
                from partner p join partner_area a on a.partner_id = p.id
                where p.state = 'active'
                    and p.joined_on >= coalesce(:from, date '-infinity') and p.joined_on <= coalesce(:to, date 'infinity')
                group by 1 order by n desc, area limit 100
                """)
                .bindByType("from", from, LocalDate.class)
                .bindByType("to", to, LocalDate.class)
                .map((rs, ctx) -> {
                    String code = rs.getString("area");
                    return new InArea(new Coded(code, areas.ref(code).name()), rs.getInt("n"));
                })
                .list());
    }
}
