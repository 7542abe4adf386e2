package org.hehuo.demo;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hehuo.matching.InvitationService;
import org.hehuo.matching.NewInvitation;

/** The scenes of invitations to claim: who was asked, and whose answer was no. What came of a yes the claims tell. */
@ApplicationScoped
class DemoInvitations {
    final InvitationService invitations;

    DemoInvitations(InvitationService invitations) {
        this.invitations = invitations;
    }

    /** @param projects ids by their code, filled in as the projects come into being */
    void plan(DemoData data, DemoCast cast, DemoScript script, Map<String, String> projects) {
        var ids = new HashMap<String, UUID>();
        for (var invitation : data.all("invitations")) {
            if (!invitation.hasNonNull("projectCode")) continue;
            String code = invitation.path("code").asText();
            script.add(data.at(invitation, "createdAt"), () -> ids.put(code, send(invitation, cast, projects)));
            if (!invitation.path("state").asText().equals("declined")) continue;
            var member = data.of(
                            "memberships",
                            "partnerCode",
                            invitation.path("partnerCode").asText())
                    .getFirst();
            script.step(data.at(invitation, "answeredAt"), "declined", () -> {
                var id = ids.get(code);
                if (id == null) throw new Unplayable("answers to invitations that were not sent");
                String reason = invitation.path("reason").asText();
                invitations.decline(
                        id, reason, cast.get(member.path("personCode").asText()));
            });
        }
    }

    private UUID send(JsonNode invitation, DemoCast cast, Map<String, String> projects) {
        String project = invitation.path("projectCode").asText();
        var form = new NewInvitation(
                projects.getOrDefault(project, project),
                invitation.path("partnerCode").asText(),
                DemoData.text(invitation, "message"));
        var staff = cast.get(invitation.path("createdBy").asText());
        return invitations.invite(form, staff);
    }
}
