package org.hehuo.matching;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.sql.Constraints;
import org.hehuo.kernel.time.Time;
import org.jdbi.v3.core.Jdbi;

/** Loads invitations for their rules. */
@ApplicationScoped
class InvitationStore implements Constraints {
    final Jdbi jdbi;
    final Time time;

    InvitationStore(Jdbi jdbi, Time time) {
        this.jdbi = jdbi;
        this.time = time;
    }

    /** Holds the row until the transaction ends. */
    Invitation lock(UUID id, Caller caller) {
        return load(id, caller, " for update of i");
    }

    Invitation find(UUID id, Caller caller) {
        return load(id, caller, "");
    }

    private Invitation load(UUID id, Caller caller, String locking) {
        return jdbi.withHandle(
                h -> h.createQuery("select " + Invitation.COLUMNS + " from invitation i where i.id = :id" + locking)
                        .bind("id", id)
                        .bind("now", time.instant())
                        .map((rs, ctx) -> Invitation.read(rs))
                        .findOne()
                        .filter(invitation -> invitation.isVisibleTo(caller))
                        .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
    }

    /** The one that waits for the partner's answer, and stays so until the transaction ends. */
    Optional<Invitation> lockSent(String project, String partner) {
        return jdbi.withHandle(h -> h.createQuery("select " + Invitation.COLUMNS + """
                 from invitation i where i.project_id = :project and i.partner_id = :partner and i.state = 'sent'
                for update of i
                """)
                .bind("project", project)
                .bind("partner", partner)
                .bind("now", time.instant())
                .map((rs, ctx) -> Invitation.read(rs))
                .findOne());
    }

    /** Those that wait for the partner's answer. */
    List<UUID> sentTo(String partner) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select id from invitation where partner_id = :partner and state = 'sent' order by id")
                .bind("partner", partner)
                .mapTo(UUID.class)
                .list());
    }

    /** Under another name, for good. */
    void rename(String partner, String other) {
        jdbi.useHandle(h -> h.createUpdate("update invitation set partner_id = :other where partner_id = :partner")
                .bind("partner", partner)
                .bind("other", other)
                .execute());
    }

    @Override
    public Map<String, ApiError> meanings() {
        return Map.of("invitation_once", ApiError.INVITATION_SENT);
    }
}
