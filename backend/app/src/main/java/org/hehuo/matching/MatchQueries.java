package org.hehuo.matching;

import static org.hehuo.kernel.sql.Columns.texts;
import static org.hehuo.kernel.sql.Columns.uuid;
import static org.hehuo.kernel.sql.Columns.word;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hehuo.categories.Categories;
import org.hehuo.claims.Credits;
import org.hehuo.kernel.paging.Page;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.sql.Columns;
import org.hehuo.kernel.text.Identified;
import org.hehuo.partners.Level;
import org.hehuo.projects.Projects;
import org.jdbi.v3.core.Jdbi;

/** Brings projects and partners' capabilities together. */
@ApplicationScoped
class MatchQueries {
    private static final int SHOWN = 20;
    /** More than a district has. */
    private static final int MOST_CAPABILITIES = 5_000;

    private static final int MOST_PROJECTS = 1_000;
    private static final Comparator<Pair> BEST = Comparator.comparingInt((Pair pair) -> -pair.fit.score())
            .thenComparing(Pair::project)
            .thenComparing(pair -> pair.offer.partner.id());

    /** Whether the project is open to the partner, and the partner not behind it yet. Of {@code project p, partner a}. */
    private static final String MAY_CLAIM = """
            p.state = 'open' and a.state = 'active'
            and (p.eligible_kinds = '{}' or a.kind = any(p.eligible_kinds))
            and (not p.eligible_serving or exists (select from partner_area s where s.partner_id = a.id
                and (starts_with(p.area_code, s.area_code) or starts_with(s.area_code, p.area_code))))
            and not exists (select from claim c where c.project_id = p.id and c.partner_id = a.id
                and c.state in ('submitted', 'confirmed', 'waitlisted', 'fulfilled'))
            """;

    private static final String CAPABILITIES = """
            select k.id, k.partner_id, a.name, k.kind, k.title, k.description, k.categories, k.quantity, k.unit,
                k.charge = 'at_cost' as at_cost,
                case when k.areas = '{}' then array(select s.area_code from partner_area s where s.partner_id = a.id)
                    else k.areas end as areas,
                array(select distinct d.category from claim c join project d on d.id = c.project_id
                    where c.partner_id = a.id and c.state = 'fulfilled') as done
            from capability k join partner a on a.id = k.partner_id
            """;
    private static final String FOR_PROJECT = CAPABILITIES + "join project p on p.id = :id where " + MAY_CLAIM
            + " and k.state = 'active' order by k.created_at desc limit " + MOST_CAPABILITIES;
    private static final String OF_PARTNER =
            CAPABILITIES + "where k.partner_id = :id and k.state = 'active' order by k.created_at desc limit 100";

    private static final String PROJECTS = """
            select p.id, p.title || ' ' || p.summary || ' ' || coalesce(p.description, '') as words, p.category, p.area_code,
                needed.kinds, needed.units, needed.amounts, needed.titles
            from project p
            cross join lateral (select array_agg(n.kind order by n.position) as kinds,
                    array_agg(n.unit order by n.position) as units,
                    array_agg((n.quantity - n.filled)::text order by n.position) as amounts,
                    string_agg(n.title, ' ' order by n.position) as titles
                from need n where n.project_id = p.id and n.filled < n.quantity) needed
            """;
    private static final String ONE = PROJECTS + "where p.id = :id";
    private static final String OPEN_TO = PROJECTS + "join partner a on a.id = :id where " + MAY_CLAIM
            + " and (p.eligible_level is null or p.eligible_level = any(:levels)) order by p.created_at desc limit "
            + MOST_PROJECTS;

    final Jdbi jdbi;
    final Projects projects;
    final Credits credits;
    final Categories categories;

    MatchQueries(Jdbi jdbi, Projects projects, Credits credits, Categories categories) {
        this.jdbi = jdbi;
        this.projects = projects;
        this.credits = credits;
        this.categories = categories;
    }

    private record Need(String project, Fit.Wanted wanted) {}

    private record Offer(Identified partner, Match.Offer shown, Fit.Offered offered) {}

    private record Pair(String project, Offer offer, Fit fit) {}

    Page<Match> forProject(String id, Caller caller) {
        var project = projects.facts(id, caller);
        if (!caller.isStaffOf(project.areaCode())) throw Problem.of(ApiError.FORBIDDEN);
        var needs = jdbi.withHandle(h ->
                h.createQuery(ONE).bind("id", id).map((rs, ctx) -> need(rs)).list());
        return best(needs, reaching(project, offers(FOR_PROJECT, id)), pair -> pair.offer.partner.id());
    }

    /** All levels up to the partner's. */
    private String[] reached(String partner) {
        return Columns.words(EnumSet.range(Level.BRONZE, credits.levelOf(partner)));
    }

    private List<Offer> reaching(Projects.Facts project, List<Offer> offers) {
        var rule = project.eligibility();
        if (rule == null || rule.level() == null) return offers;
        var below = credits.below(
                rule.level(),
                offers.stream().map(offer -> offer.partner.id()).distinct().toList());
        return offers.stream()
                .filter(offer -> !below.contains(offer.partner.id()))
                .toList();
    }

    Page<Match> forPartner(String id, Caller caller) {
        if (!caller.speaksFor(id)) throw Problem.of(ApiError.FORBIDDEN);
        var needs = jdbi.withHandle(h -> h.createQuery(OPEN_TO)
                .bind("id", id)
                .bind("levels", reached(id))
                .map((rs, ctx) -> need(rs))
                .list());
        return best(needs, offers(OF_PARTNER, id), Pair::project);
    }

    /** @param by of what each is shown once, as it fits best */
    private Page<Match> best(List<Need> needs, List<Offer> offers, Function<Pair, String> by) {
        var pairs = needs.stream()
                .flatMap(need -> offers.stream().flatMap(offer -> pair(need, offer)))
                .sorted(BEST)
                .collect(Collectors.toMap(by, pair -> pair, (better, worse) -> better, LinkedHashMap::new))
                .values()
                .stream()
                .limit(SHOWN)
                .toList();
        var refs = projects.refs(pairs.stream().map(Pair::project).distinct().toList());
        var asked = asked(pairs);
        return Page.whole(pairs.stream()
                .map(pair -> new Match(
                        Objects.requireNonNull(refs.get(pair.project)),
                        pair.offer.partner,
                        pair.offer.shown,
                        pair.fit.score(),
                        pair.fit.reasons(),
                        pair.fit.gaps(),
                        asked.get(pair.project + pair.offer.partner.id())))
                .toList());
    }

    private static Stream<Pair> pair(Need need, Offer offer) {
        return Fit.of(need.wanted, offer.offered).map(fit -> new Pair(need.project, offer, fit)).stream();
    }

    /** Where the newest invitation of each pair stands. */
    private Map<String, InvitationState> asked(List<Pair> pairs) {
        return jdbi.withHandle(h -> h.createQuery("""
                select distinct on (i.project_id, i.partner_id) i.project_id || i.partner_id as pair, i.state
                from unnest(cast(:projects as text[]), cast(:partners as text[])) as s (project, partner)
                join invitation i on i.project_id = s.project and i.partner_id = s.partner
                order by i.project_id, i.partner_id, i.created_at desc
                """)
                .bind("projects", pairs.stream().map(Pair::project).toArray(String[]::new))
                .bind(
                        "partners",
                        pairs.stream().map(pair -> pair.offer.partner.id()).toArray(String[]::new))
                .map((rs, ctx) -> Map.entry(rs.getString("pair"), word(rs, "state", InvitationState.class)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private List<Offer> offers(String sql, String id) {
        return jdbi.withHandle(h ->
                h.createQuery(sql).bind("id", id).map((rs, ctx) -> offer(rs)).list());
    }

    private static Offer offer(ResultSet rs) throws SQLException {
        String title = rs.getString("title");
        String text = rs.getString("description");
        return new Offer(
                new Identified(rs.getString("partner_id"), rs.getString("name")),
                new Match.Offer(uuid(rs, "id"), title),
                new Fit.Offered(
                        texts(rs, "categories"),
                        Fit.pairs(text == null ? title : title + " " + text),
                        texts(rs, "areas"),
                        rs.getString("kind"),
                        rs.getBigDecimal("quantity"),
                        rs.getString("unit"),
                        rs.getBoolean("at_cost"),
                        texts(rs, "done")));
    }

    private Need need(ResultSet rs) throws SQLException {
        var kinds = texts(rs, "kinds");
        var units = texts(rs, "units");
        var amounts = texts(rs, "amounts");
        String titles = rs.getString("titles");
        return new Need(
                rs.getString("id"),
                new Fit.Wanted(
                        categories.upwards(rs.getString("category")),
                        Fit.pairs(rs.getString("words") + " " + (titles == null ? "" : titles)),
                        rs.getString("area_code"),
                        IntStream.range(0, kinds.size())
                                .mapToObj(
                                        i -> new Fit.Amount(kinds.get(i), new BigDecimal(amounts.get(i)), units.get(i)))
                                .toList()));
    }
}
