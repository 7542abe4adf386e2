package org.hehuo.claims;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hehuo.areas.Areas;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.text.Coded;
import org.hehuo.media.PhotoView;
import org.hehuo.media.Photos;
import org.hehuo.partners.Partners;
import org.jdbi.v3.core.Jdbi;

/** Adds up what partners have done. */
@ApplicationScoped
class PartnerRecords {
    private static final int MOST_PHOTOS = 12;

    final Jdbi jdbi;
    final Partners partners;
    final Areas areas;
    final Photos photos;

    PartnerRecords(Jdbi jdbi, Partners partners, Areas areas, Photos photos) {
        this.jdbi = jdbi;
        this.partners = partners;
        this.areas = areas;
        this.photos = photos;
    }

    private record Sums(int claimed, int delivered, int givenBack) {}

    /** @throws Problem {@code not_found} for a partner that is kept out for now */
    PartnerRecord of(String id) {
        var partner = Optional.ofNullable(partners.shown(List.of(id)).get(id))
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND));
        var sums = jdbi.withHandle(h -> h.createQuery("""
                select count(*) filter (where state in ('confirmed', 'fulfilled')) as claimed,
                    count(*) filter (where state = 'fulfilled') as delivered,
                    count(*) filter (where marked) as given_back
                from claim where partner_id = :partner
                """)
                .bind("partner", id)
                .map((rs, ctx) -> new Sums(rs.getInt("claimed"), rs.getInt("delivered"), rs.getInt("given_back")))
                .one());
        return new PartnerRecord(
                partner,
                sums.claimed,
                sums.delivered,
                sums.givenBack,
                ratings(id).orElse(null),
                areas(id),
                photos(id));
    }

    private Optional<PartnerRecord.Ratings> ratings(String id) {
        return jdbi.withHandle(h -> h.createQuery("""
                select count(*) as n, round(avg(e.rating), 1) as average
                from claim c join evaluation e on e.thing_kind = 'project' and e.thing_id = c.project_id
                where c.partner_id = :partner and c.state = 'fulfilled'
                """)
                .bind("partner", id)
                .map((rs, ctx) -> rs.getInt("n") == 0
                        ? Optional.<PartnerRecord.Ratings>empty()
                        : Optional.of(new PartnerRecord.Ratings(rs.getInt("n"), rs.getBigDecimal("average"))))
                .one());
    }

    private List<PartnerRecord.InArea> areas(String id) {
        return jdbi.withHandle(h -> h.createQuery("""
                select p.area_code, count(*) as n from claim c join project p on p.id = c.project_id
                where c.partner_id = :partner and c.state = 'fulfilled' group by p.area_code order by n desc, 1 limit 50
                """)
                .bind("partner", id)
                .map((rs, ctx) -> {
                    String code = rs.getString("area_code");
                    return new PartnerRecord.InArea(
                            new Coded(code, areas.ref(code).name()), rs.getInt("n"));
                })
                .list());
    }

    private List<PhotoView> photos(String id) {
        var latest = jdbi.withHandle(
                h -> h.createQuery("""
                select c.project_id from claim c join project p on p.id = c.project_id
                where c.partner_id = :partner and c.state = 'fulfilled'
                order by p.completed_at desc nulls last, p.id desc limit 50
                """).bind("partner", id).mapTo(String.class).list());
        var after = photos.of("outcome", latest, Photos.Place.AFTER);
        return latest.stream()
                .flatMap(project -> Stream.ofNullable(after.get(project)))
                .flatMap(List::stream)
                .limit(MOST_PHOTOS)
                .toList();
    }
}
