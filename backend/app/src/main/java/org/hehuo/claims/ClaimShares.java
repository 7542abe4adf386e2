package org.hehuo.claims;

import static org.hehuo.kernel.sql.Columns.uuid;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.projects.NeedView;
import org.hehuo.projects.Needs;
import org.hehuo.projects.Projects;
import org.jdbi.v3.core.Jdbi;

/** What claims on shared projects take on of each need. Claims on exclusive ones have no shares and take it all. */
@ApplicationScoped
class ClaimShares {
    final Jdbi jdbi;
    final Needs needs;
    final Projects projects;

    ClaimShares(Jdbi jdbi, Needs needs, Projects projects) {
        this.jdbi = jdbi;
        this.needs = needs;
        this.projects = projects;
    }

    private record Kept(UUID claim, Needs.Share share) {}

    /**
     * What a new claim takes on: what it names, else all that is left. Whoever holds fills the needs with it at once; whoever
     * waits or is to be chosen may name what is not free yet.
     */
    List<Needs.Share> take(Projects.Facts project, NewClaim claim, boolean holds, Caller caller) {
        if (!project.isShared()) {
            if (claim.shares() != null) throw Problem.invalid("shares", "not_shared");
            return List.of();
        }
        var lines = needs.of(project.id());
        var shares = claim.shares() == null ? all(lines) : named(claim.shares(), lines);
        if (shares.isEmpty() && !lines.isEmpty()) throw Problem.invalid("shares", "required");
        if (!(holds ? needs.fill(shares) : areWithin(shares, lines))) {
            throw projects.refusal(ApiError.CLAIM_NEEDS_FILLED, project.id(), caller)
                    .saying(left(lines));
        }
        return shares;
    }

    private static List<Needs.Share> all(List<NeedView> lines) {
        return lines.stream()
                .filter(need -> need.left().signum() > 0)
                .map(need -> new Needs.Share(need.id(), need.left()))
                .toList();
    }

    private static List<Needs.Share> named(List<NewClaim.NewShare> wanted, List<NeedView> lines) {
        var ids = wanted.stream().map(NewClaim.NewShare::needId).collect(Collectors.toSet());
        if (ids.size() < wanted.size()) throw Problem.invalid("shares", "repeated");
        lines.stream().map(NeedView::id).forEach(ids::remove);
        if (!ids.isEmpty()) throw Problem.invalid("shares", "not_found");
        return wanted.stream()
                .map(share -> new Needs.Share(share.needId(), share.quantity()))
                .toList();
    }

    private static boolean areWithin(List<Needs.Share> shares, List<NeedView> lines) {
        var most = lines.stream().collect(Collectors.toMap(NeedView::id, NeedView::quantity));
        return shares.stream().allMatch(s -> s.quantity().compareTo(most.getOrDefault(s.need(), BigDecimal.ZERO)) <= 0);
    }

    /** Names and quantities, in no language. */
    String left(String project) {
        return left(needs.of(project));
    }

    private static String left(List<NeedView> lines) {
        return lines.stream()
                .map(n -> n.title() + " " + n.left().stripTrailingZeros().toPlainString() + " " + n.unit())
                .collect(Collectors.joining(" · "));
    }

    void keep(UUID claim, List<Needs.Share> shares) {
        if (shares.isEmpty()) return;
        jdbi.useHandle(h -> {
            var batch = h.prepareBatch(
                    "insert into claim_share (claim_id, need_id, quantity) values (:claim, :need, :quantity)");
            for (var share : shares) {
                batch.bind("claim", claim)
                        .bind("need", share.need())
                        .bind("quantity", share.quantity())
                        .add();
            }
            batch.execute();
        });
    }

    /** Whether what the claim was to take on is still free; if so it is taken. */
    boolean fill(UUID claim) {
        return needs.fill(of(claim));
    }

    void empty(UUID claim) {
        needs.empty(of(claim));
    }

    List<Needs.Share> of(UUID claim) {
        return kept(List.of(claim)).stream().map(Kept::share).toList();
    }

    /** For all rows of a list at once. */
    Map<UUID, List<ShareView>> shown(Collection<UUID> claims) {
        var kept = kept(claims);
        if (kept.isEmpty()) return Map.of();
        var lines = needs.byId(kept.stream().map(k -> k.share.need()).distinct().toList());
        Function<Kept, ShareView> view =
                k -> ShareView.of(Objects.requireNonNull(lines.get(k.share.need())), k.share.quantity());
        return kept.stream().collect(Collectors.groupingBy(Kept::claim, Collectors.mapping(view, Collectors.toList())));
    }

    private List<Kept> kept(Collection<UUID> claims) {
        return jdbi.withHandle(h -> h.createQuery("""
                select s.claim_id, s.need_id, s.quantity from claim_share s
                where s.claim_id = any(:claims) order by s.claim_id, s.need_id
                """)
                .bind("claims", claims.toArray(UUID[]::new))
                .map((rs, ctx) -> new Kept(
                        uuid(rs, "claim_id"), new Needs.Share(uuid(rs, "need_id"), rs.getBigDecimal("quantity"))))
                .list());
    }
}
