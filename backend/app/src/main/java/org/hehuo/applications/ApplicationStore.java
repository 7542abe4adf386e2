package org.hehuo.applications;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.hehuo.kernel.problem.ApiError;
import org.hehuo.kernel.problem.Problem;
import org.hehuo.kernel.security.Caller;
import org.hehuo.kernel.sql.Constraints;
import org.hehuo.partners.PartnerBelongings;
import org.jdbi.v3.core.Jdbi;

/** Loads applications for their rules. */
@ApplicationScoped
class ApplicationStore implements Constraints, PartnerBelongings {
    final Jdbi jdbi;

    ApplicationStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void move(String fromPartner, String toPartner) {
        jdbi.useHandle(h -> h.createUpdate("update partner_application set partner_id = :to where partner_id = :from")
                .bind("to", toPartner)
                .bind("from", fromPartner)
                .execute());
    }

    PartnerApplication find(UUID id, Caller caller) {
        return load(id, caller, "");
    }

    /** Holds the row until the transaction ends. */
    PartnerApplication lock(UUID id, Caller caller) {
        return load(id, caller, " for update of a");
    }

    private PartnerApplication load(UUID id, Caller caller, String locking) {
        return jdbi.withHandle(h -> h.createQuery("select " + PartnerApplication.COLUMNS
                        + " from partner_application a where a.id = :id" + locking)
                .bind("id", id)
                .map((rs, ctx) -> PartnerApplication.read(rs))
                .findOne()
                .filter(application -> application.isVisibleTo(caller))
                .orElseThrow(() -> Problem.of(ApiError.NOT_FOUND)));
    }

    @Override
    public Map<String, ApiError> meanings() {
        return Map.of(
                "partner_application_name_once", ApiError.APPLICATION_ALREADY_MADE,
                "partner_application_code_once", ApiError.APPLICATION_ALREADY_MADE);
    }
}
