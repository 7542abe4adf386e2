package org.hehuo.demo;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hehuo.claims.ClaimService;
import org.hehuo.claims.ClaimSteps;
import org.hehuo.claims.NewClaim;
import org.hehuo.projects.NeedView;
import org.jspecify.annotations.Nullable;

/** The scenes of claims: who offered itself, who was chosen, who gave back. */
@ApplicationScoped
class DemoClaims {
    final ClaimService claims;
    final ClaimSteps steps;
    final DemoAgreements agreements;
    private final Map<String, UUID> needs = new HashMap<>();

    DemoClaims(ClaimService claims, ClaimSteps steps, DemoAgreements agreements) {
        this.claims = claims;
        this.steps = steps;
        this.agreements = agreements;
    }

    /** The needs of a project came into being, in the order of the file. */
    void needs(DemoData data, String project, List<NeedView> made) {
        var codes = data.of("needs", "projectCode", project);
        for (int i = 0; i < made.size(); i++) {
            needs.put(codes.get(i).path("code").asText(), made.get(i).id());
        }
    }

    /** @param projects ids by their code, filled in as the projects come into being */
    void plan(DemoData data, DemoCast cast, DemoScript script, Map<String, String> projects) {
        var ids = new HashMap<String, UUID>();
        for (var claim : data.all("claims")) {
            String code = claim.path("code").asText();
            script.add(data.at(claim, "createdAt"), () -> ids.put(code, make(data, claim, cast, projects)));
            if (claim.hasNonNull("confirmedAt")) {
                var project = data.of(
                                "projects", "code", claim.path("projectCode").asText())
                        .getFirst();
                var staff = cast.get(project.path("createdBy").asText());
                script.add(data.at(claim, "confirmedAt"), () -> steps.confirm(id(ids, code), null, staff));
            }
            if (claim.hasNonNull("endedAt")) {
                script.step(
                        data.at(claim, "endedAt"),
                        DemoData.text(claim, "state"),
                        () -> end(claim, id(ids, code), cast));
            }
        }
    }

    private UUID make(DemoData data, JsonNode claim, DemoCast cast, Map<String, String> projects) {
        String project = claim.path("projectCode").asText();
        var form =
                new NewClaim(claim.path("partnerCode").asText(), DemoData.text(claim, "message"), shares(data, claim));
        var made = claims.create(
                Objects.requireNonNullElse(projects.get(project), project),
                form,
                cast.get(claim.path("personCode").asText()));
        if (claim.hasNonNull("beginBy")) agreements.agree(made.id(), data.at(claim, "beginBy"));
        return made.id();
    }

    private @Nullable List<NewClaim.NewShare> shares(DemoData data, JsonNode claim) {
        var shares = data.of("claimShares", "claimCode", claim.path("code").asText()).stream()
                .map(share -> new NewClaim.NewShare(
                        Objects.requireNonNull(needs.get(share.path("needCode").asText())),
                        new BigDecimal(share.path("quantity").asText())))
                .toList();
        return shares.isEmpty() ? null : shares;
    }

    private static UUID id(Map<String, UUID> ids, String code) {
        var id = ids.get(code);
        if (id == null) throw new Unplayable("steps of claims that were not made");
        return id;
    }

    private void end(JsonNode claim, UUID id, DemoCast cast) {
        var who = cast.get(claim.path("personCode").asText());
        switch (claim.path("state").asText()) {
            case "withdrawn" -> steps.withdraw(id, claim.path("reason").asText(), who);
            case "lapsed" -> steps.lapse(id);
            case "rejected" -> steps.reject(id, claim.path("reason").asText(), who);
            // Accepting the result brings this about.
            default -> {}
        }
    }
}
